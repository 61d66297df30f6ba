/** What the stand-in holds: everything that a script, or a person by hand, has done to the spreadsheet. */
import type { FakeSheet } from './fake-sheet.ts';
import { type Fault, type Strict, strictWith } from './strict.ts';
import type { FakeMail, FakeTrigger } from './triggers.ts';

export interface Metadata {
  key: string;
  value: string;
  sheet: FakeSheet;
  /** Position from 1 of the column it is bound to; it moves with the column. */
  column: number | null;
}

/** What is checked in a cell: the settings of its rule, each with what it was given. */
export type FakeCheck = Record<string, unknown[]>;

export class World {
  readonly calls = new Map<string, number>();
  /** Each call by its name, in their order. */
  readonly trace: string[] = [];
  readonly sheets: FakeSheet[] = [];
  readonly names = new Map<string, string>();
  readonly alerts: { title: string; text: string }[] = [];
  readonly menus: { title: string; items: [label: string, call: string][] }[] = [];
  readonly metadata: Metadata[] = [];
  /** What is remembered with the document. */
  readonly properties = new Map<string, string>();
  readonly faults: { next: Fault | null } = { next: null };
  /** What the script takes for the time, and how long each call of a service takes. */
  readonly clock = { nowMs: 0, perCallMs: 0 };
  readonly strict: Strict = strictWith(this.calls, this.trace, this.faults, this.clock);
  /** Who is at work, and whether Google lets them have triggers and send mail; the page on which they allow it. */
  account = 'me';
  allows = false;
  consentPage: string | null = 'https://accounts.example/consent';
  /** Of the spreadsheet. */
  url = 'https://sheets.example/tracker';
  readonly triggers: FakeTrigger[] = [];
  triggersMade = 0;
  readonly mails: FakeMail[] = [];
  mailQuota = 100;
  /** The range that its user was shown last, and the page beside the sheet. */
  shown: string | null = null;
  sidebar: { file: string; title: string } | null = null;
  /** Whether somebody else is at work in the document. */
  lockedByOthers = false;
  /** Whether this script holds the document's lock. */
  locked = false;
  globals: Record<string, unknown> = {};
  /** A sheet and a rule as a script holds them. */
  sheetModel: (sheet: FakeSheet) => object = () => ({});
  validationModel: (check: FakeCheck) => object = () => ({});

  constructor(
    public locale: string,
    public zone: string,
  ) {}
}
