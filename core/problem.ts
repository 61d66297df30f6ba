/**
 * What can be wrong with an input, as a value: a code, where it is, and the values that its sentence needs.
 * The wording is the language catalogue's (`problem.<code>`); nothing here is text for people.
 */

/** Where in a document a problem sits: `['engagements', 2, 'zone']`. Empty for the document as a whole. */
export type Path = readonly (string | number)[];

interface UnreadableCell {
  tab: string;
  row: number;
  column: string;
  text: string;
}

interface ProblemValues {
  /** An IANA zone name that the runtime does not know, under no alias either. */
  'zone-unknown': { zone: string };
  /** Not a `yyyy-mm-dd` date that exists in the calendar. */
  'date-invalid': { date: string };
  /** A span of hours that cannot be read, or that starts where it ends. */
  'span-invalid': { from: string; to: string };
  /** No opening within reach of the instant asked about. */
  'nothing-open': { years: number };
  /** The calendar never closes within reach. */
  'never-closes': { years: number };
  /** An instant that is not a finite number of milliseconds within the supported years. */
  'instant-out-of-range': { firstYear: number; lastYear: number };
  'not-json': { detail: string };
  'file-too-large': { megabytes: number; limitMegabytes: number };
  'no-room': { megabytes: number; limitMegabytes: number };
  'not-a-directory': Record<never, never>;
  /** The organisation has set it, and its users do not change it. */
  managed: Record<never, never>;
  /** There is none yet that could be changed. */
  'directory-damaged': Record<never, never>;
  'no-directory': Record<never, never>;
  /** The document was made by a newer Dueline than this one. */
  'newer-version': { version: number; supported: number };
  'wrong-type': { expected: string; entry: string };
  'value-invalid': { entry: string; detail: string };
  'missing-entry': { entry: string; kind: string; id: string };
  'duplicate-id': { kind: string; id: string };
  'backup-cycle': { managers: string };
  'from-after-until': { entry: string; from: string; until: string };
  /** Two engagements lay claim to the same ticket. */
  /** Two customers lay claim to the same e-mail domain, address or organisation. */
  'customer-claimed-twice': { claim: string; first: string; second: string };
  'not-a-card': Record<never, never>;
  /** A card whose text is cut off or changed. */
  'card-damaged': Record<never, never>;
  'card-too-large': { limitKilobytes: number };
  'card-signature-wrong': Record<never, never>;
  /** A page that a card's link must not open: not https, or with a fragment of its own. */
  'card-page-wrong': { page: string };
  /** The card of the same engagement that is kept is newer. */
  'card-older': Record<never, never>;
  /** A card dated later than now: one of two clocks is wrong. */
  'card-from-later': { issued: string };
  /** A cell of a tracker, by tab, row number and column. */
  'cell-date': UnreadableCell;
  'cell-hours': UnreadableCell;
  'cell-list': UnreadableCell;
  'cell-missing': UnreadableCell;
  /** A calendar whose hours and zone nobody has told. */
  'calendar-unknown': { calendar: string };
  /** An entry that two directories describe differently. */
  'given-twice': { kind: string; id: string; first: string; second: string };
  /** Google is asked too often; it goes on by itself. */
  'sheet-busy': Record<never, never>;
  'sheet-no-answer': Record<never, never>;
  'sheet-signed-out': Record<never, never>;
  /** By the browser's own question, for what goes into the user's sheets. */
  'sending-not-allowed': Record<never, never>;
  /** Gone, or not picked for Dueline: Google tells no difference. */
  'sheet-not-picked': Record<never, never>;
  'sheet-protected': Record<never, never>;
  'sheet-tab-gone': Record<never, never>;
  'sheet-columns-gone': Record<never, never>;
  'sheet-refused': { detail: string };
  'sign-in-no-client': Record<never, never>;
  'sign-in-cancelled': Record<never, never>;
  'sign-in-refused': { detail: string };
  /** Signed out here, while Google did not answer. */
  'sign-out-unheard': Record<never, never>;
  /** A row that was written and is not to be found, or says something else. */
  /** The sheet has it by now, and is the one to change. */
  'already-written': Record<never, never>;
  /** It waits no more. */
  'entry-gone': Record<never, never>;
  /** A row that was changed, or taken out, by hand since its user saw it. */
  'change-missing': Record<never, never>;
  'change-different': Record<never, never>;
  /** Somebody has listed the ticket under another engagement meanwhile. */
  'case-elsewhere': Record<never, never>;
  'finding-gone': Record<never, never>;
  'row-missing': Record<never, never>;
  'row-different': Record<never, never>;
  'too-many-problems': { count: number };
  /** A file that is no file of mappings, or is broken. */
  'mapping-invalid': Record<never, never>;
  /** One that looks for places as Dueline never does, and may be slow. */
  'mapping-selector': Record<never, never>;
  /** A message to the background that does not have the agreed shape, or comes from a foreign sender. */
  'request-refused': { reason: string };
  'storage-failed': { detail: string };
}

export type ProblemCode = keyof ProblemValues;

export type ProblemOf<C extends ProblemCode> = { code: C; path: Path; values: ProblemValues[C] };

/** Every problem that Dueline knows, told apart by `code`. */
export type Problem = { [C in ProblemCode]: ProblemOf<C> }[ProblemCode];

/**
 * Makes a problem.
 * @example
 * problem('zone-unknown', ['zone'], { zone: 'Europe/Nowhere' }).code // 'zone-unknown'
 */
export function problem<C extends ProblemCode>(code: C, path: Path, values: ProblemValues[C]): ProblemOf<C> {
  return { code, path, values };
}

/**
 * Tells a problem from the value that was asked for.
 * @example
 * isProblem(problem('nothing-open', [], { years: 20 })) // true
 * isProblem(1_781_078_400_000) // false
 */
export function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' && value !== null && 'code' in value && 'path' in value && 'values' in value
  );
}
