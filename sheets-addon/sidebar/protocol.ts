/** What the sidebar asks of the script, and what it is told. Both cross a border: plain data only. */
import type { Language, Problem } from '#core';
import type { CustomerCard } from '#core/card/card.ts';
import type { Directory } from '#core/engagement/directory-schema.ts';
import type { Agenda } from '#core/tracker/index.ts';

/** Tabs that have a form for one row. */
export type FormTab = 'activities' | 'cases';

/** A row for a tab: what stands in its typed columns, by their ids. */
export interface NewRow {
  tab: 'activities' | 'cases' | 'contacts' | 'customers' | 'engagements';
  cells: Record<string, string | number>;
}

export interface PlacedRow extends NewRow {
  /** Its number in the sheet. */
  row: number;
}

export interface ExportChoices {
  /** Zones of the calendars that are not called by one. */
  zones: Record<string, string>;
  /** The page that a card's link opens; empty where there is none. */
  page: string;
}

export type SidebarRequest =
  /** The key is another one for each addition, and the same when one is asked for again. */
  | { ask: 'add'; key: string; rows: NewRow[] }
  | { ask: 'agenda'; engagement: string | null }
  | { ask: 'check' }
  /** Of one engagement its card, else the directory. */
  | { ask: 'export'; engagement: string | null; choices: ExportChoices }
  | { ask: 'exports' }
  | { ask: 'form'; tab: FormTab }
  | { ask: 'go'; tab: string; rows: number[] }
  | { ask: 'self-test' }
  | { ask: 'take-back'; rows: PlacedRow[] }
  | { ask: 'wizard' };

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

/** What a new engagement is checked against as it is typed. */
export interface WizardFacts {
  /** Headers of the columns, by `tab.column`. */
  labels: Record<string, string>;
  customers: { id: string; name: string }[];
  managers: { id: string; name: string }[];
  engagements: string[];
  /** How many contacts each tier allows; `null` where it states no limit. */
  tiers: { name: string; contacts: number | null }[];
  calendars: string[];
}

export interface SelfTestResult {
  /** Fits every language: a term of the platform and the case. */
  name: string;
  expected: string;
  found: string;
}

export type SidebarAnswer =
  | { kind: 'added'; rows: PlacedRow[]; place: string }
  | {
      kind: 'agenda';
      engagements: string[];
      engagement: string | null;
      agenda: ShownAgenda | null;
    }
  | { kind: 'card'; card: CustomerCard }
  | { kind: 'directory'; directory: Directory }
  | { kind: 'exports'; engagements: string[]; zones: { id: string; zone: string }[]; page: string }
  | { kind: 'failed'; text: string }
  | { kind: 'findings'; findings: ShownFinding[]; unreadable: number }
  | { kind: 'form'; tab: FormTab; fields: FormField[] }
  | { kind: 'not-exported'; problems: Problem[] }
  | { kind: 'self-test'; results: SelfTestResult[] }
  | { kind: 'shown' }
  | { kind: 'taken-back' }
  | { kind: 'wizard'; facts: WizardFacts };

export type Told = SidebarAnswer & { language: Language };
