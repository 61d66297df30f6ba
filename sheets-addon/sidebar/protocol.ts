/** What the sidebar asks of the script, and what it is told. Both cross a border: plain data only. */
import type { Language } from '#core';
import type { Agenda } from '#core/tracker/index.ts';

/** Tabs into which the sidebar adds rows. */
export type FormTab = 'activities' | 'cases';

export type SidebarRequest =
  | { ask: 'add'; tab: FormTab; cells: Record<string, string | number> }
  | { ask: 'agenda'; engagement: string | null }
  | { ask: 'check' }
  | { ask: 'form'; tab: FormTab }
  | { ask: 'go'; tab: string; rows: number[] }
  | { ask: 'self-test' }
  | { ask: 'take-back'; tab: FormTab; row: number; cells: Record<string, string | number> };

export interface ShownFinding {
  isViolation: boolean;
  subject: string;
  rule: string;
  finding: string;
  whatToDo: string;
  clause: string;
  since: string;
  /** The tab that its rows are on; `null` where it is about none. */
  tab: string | null;
  rows: number[];
  places: string;
}

/** An agenda, its findings in the reader's words. */
export type ShownAgenda = Omit<Agenda, 'findings'> & { findings: ShownFinding[] };

export interface FormField {
  id: string;
  label: string;
  kind: 'choice' | 'date' | 'number' | 'text';
  /** What is offered, for a choice. */
  options: string[];
  value: string;
}

export interface SelfTestResult {
  /** Fits every language: a term of the platform and the case. */
  name: string;
  expected: string;
  found: string;
}

export type SidebarAnswer =
  | { kind: 'added'; row: number; place: string }
  | {
      kind: 'agenda';
      engagements: string[];
      engagement: string | null;
      agenda: ShownAgenda | null;
    }
  | { kind: 'failed'; text: string }
  | { kind: 'findings'; findings: ShownFinding[]; unreadable: number }
  | { kind: 'form'; tab: FormTab; fields: FormField[] }
  | { kind: 'self-test'; results: SelfTestResult[] }
  | { kind: 'shown' }
  | { kind: 'taken-back' };

export type Told = SidebarAnswer & { language: Language };
