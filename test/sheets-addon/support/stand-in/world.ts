/** What the stand-in holds: everything that a script, or a person by hand, has done to the spreadsheet. */
import type { FakeSheet } from './fake-sheet.ts';
import { type Fault, type Strict, strictWith } from './strict.ts';

export interface Metadata {
  key: string;
  value: string;
  sheet: FakeSheet;
  /** Position from 1 of the column it is bound to; it moves with the column. */
  column: number | null;
}

export class World {
  readonly calls = new Map<string, number>();
  readonly sheets: FakeSheet[] = [];
  readonly names = new Map<string, string>();
  readonly alerts: { title: string; text: string }[] = [];
  readonly menus: { title: string; items: [label: string, call: string][] }[] = [];
  readonly metadata: Metadata[] = [];
  /** What is remembered with the document. */
  readonly properties = new Map<string, string>();
  readonly faults: { next: Fault | null } = { next: null };
  readonly strict: Strict = strictWith(this.calls, this.faults);
  /** The range that its user was shown last, and the page beside the sheet. */
  shown: string | null = null;
  sidebar: { file: string; title: string } | null = null;
  /** Whether somebody else is at work in the document. */
  lockedByOthers = false;
  /** Whether this script holds the document's lock. */
  locked = false;
  globals: Record<string, unknown> = {};

  constructor(public locale: string) {}
}
