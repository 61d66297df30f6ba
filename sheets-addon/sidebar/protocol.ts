/** What the sidebar asks of the script, and what it is told. Both cross a border: plain data only. */
import type { Language } from '#core';
import type { Directory } from '#core/engagement/directory-schema.ts';
import type { BusinessDayReading } from '#core/rulebook/business-day-readings.ts';
import type { Agenda, LimitRule, TrackerRows } from '#core/tracker/index.ts';

/** Tabs that have a form for one row. */
export type FormTab = 'activities' | 'cases';

/** An engagement that can be chosen, its customer and its tier as people wrote them. */
export interface EngagementOffer {
  id: string;
  customer: string;
  tier: string;
}

/** A row for a tab: what stands in its typed columns, by their ids. */
export interface NewRow {
  tab: 'activities' | 'cases' | 'contacts' | 'customers' | 'engagements' | 'managers';
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

/** A limit as the Rules tab has it; `null` where none is stated. */
export interface SetLimit {
  rule: LimitRule;
  tier: string;
  limit: number | null;
}

export interface Settings {
  zone: string;
  /** Ids on offer for engagements, beside the names of zones. */
  calendars: string[];
  businessDay: BusinessDayReading;
  warnPercent: number;
  limits: SetLimit[];
}

export interface DailyFacts {
  isOn: boolean;
  /** Of a run that goes on by itself, how much is done. */
  underWay: { done: number; of: number } | null;
  to: string;
  hour: number;
  last: { at: string; text: string; isProblem: boolean } | null;
  /** Whether Google lets the add-on do it for whoever asks, and the page on which they can say so. */
  isAllowed: boolean;
  page: string | null;
}

export interface SettingsFacts {
  /** In which the tracker's lists and statuses are written. */
  written: Language;
  settings: Settings;
  /** Names of tiers and of rules, by their ids. */
  names: Record<string, string>;
  daily: DailyFacts;
}

export type SidebarRequest =
  /** The key is another one for each addition, and the same when one is asked for again. */
  | { ask: 'add'; key: string; rows: NewRow[] }
  | { ask: 'agenda'; engagement: string | null }
  | { ask: 'check' }
  /** Switches the daily check on for an address, or off. */
  | { ask: 'daily'; to: string | null; hour: number }
  /** Of one engagement its card, else the directory. */
  | { ask: 'export'; engagement: string | null; choices: ExportChoices }
  | { ask: 'exports' }
  | { ask: 'form'; tab: FormTab }
  | { ask: 'go'; tab: string; rows: number[] }
  | { ask: 'save-settings'; settings: Settings }
  | { ask: 'self-test' }
  /** The language is that of a tracker that is made just now; one that is there keeps its own. */
  | { ask: 'set-up'; language: Language }
  | { ask: 'settings' }
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

/** With who has taken note of it, and why; empty where nobody has. */
export interface NotedFinding extends ShownFinding {
  by: string;
  reason: string;
}

/** An agenda, its findings in the tracker's own words, as whoever is in the call may read another language. */
export type ShownAgenda = Omit<Agenda, 'findings'> & { findings: ShownFinding[] };

export interface FormField {
  id: string;
  label: string;
  kind: 'choice' | 'date' | 'flag' | 'number' | 'text';
  /** What is offered, for a choice; what stands for yes, for a flag. */
  options: string[];
  value: string;
}

/** What a new engagement is checked against as it is typed. */
export interface WizardFacts {
  /** What the spreadsheet is known by. */
  tracker: string;
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
      /** The language of the tracker, and so of the agenda. */
      written: Language;
      engagements: EngagementOffer[];
      engagement: string | null;
      agenda: ShownAgenda | null;
    }
  | {
      kind: 'export-rows';
      nowMs: number;
      rows: TrackerRows;
      /** What tabs and columns are called in the sheet, by `tab` and `tab.column`. */
      called: Record<string, string>;
      rulebook: Directory['rulebook'];
    }
  /** There is a tracker, and something of it is gone. */
  | { kind: 'damaged'; text: string }
  | { kind: 'exports'; engagements: EngagementOffer[]; zones: { id: string; zone: string }[]; page: string }
  | { kind: 'failed'; text: string }
  | { kind: 'findings'; findings: NotedFinding[]; unreadable: number }
  | {
      kind: 'form';
      tab: FormTab;
      /** What the spreadsheet is known by: what is typed for one is not shown beside another. */
      tracker: string;
      fields: FormField[];
      engagements: EngagementOffer[];
      written: Language;
    }
  | { kind: 'not-set-up' }
  | { kind: 'self-test'; results: SelfTestResult[] }
  | { kind: 'set-up' }
  | { kind: 'settings'; facts: SettingsFacts }
  | { kind: 'shown' }
  | { kind: 'taken-back' }
  | { kind: 'wizard'; facts: WizardFacts };

export type Told = SidebarAnswer & { language: Language };
