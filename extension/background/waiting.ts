/** The rows that wait for a tracker, as their user sees them, and the ways out of what keeps one. */
import type { DirectoryBook } from '#core/engagement/book.ts';
import { clockOf } from '#core/engagement/book.ts';
import type { Translate } from '#core/language/index.ts';
import { type Problem, problem } from '#core/problem.ts';
import { dateOfSerial } from '#core/tracker/rows.ts';
import type { SaidProblem } from '../platform/said.ts';
import type { QueueCounts, WaitingView, WayOut } from '../platform/tracker-messages.ts';
import { queueItem } from '../state/trackers.ts';
import { dateOnly } from '../ui/format.ts';
import { currentDirectory } from './directory.ts';
import { isRemoval, type QueueEntry } from './queue/entry.ts';
import { deliverablesFor, entryOf } from './work.ts';

type Say = (one: Problem) => SaidProblem;

/** How much waits, for whoever has just logged something; `null` where nothing does. */
export async function queueCounts(): Promise<QueueCounts | null> {
  const { entries, signedOut } = await queueItem.getValue();
  if (entries.length === 0) return null;
  return {
    waiting: entries.length,
    held: entries.filter(({ status }) => status === 'held').length,
    signedOut: entries.some(({ tracker }) => signedOut.includes(tracker)),
  };
}

export async function waitingViews(
  entries: readonly QueueEntry[],
  translate: Translate,
  said: Say,
  nowMs: number,
): Promise<WaitingView[]> {
  const { book } = await currentDirectory();
  return entries.map((entry) => ({
    key: entry.key,
    text: entryText(entry, translate),
    row: rowText(entry.base && isRemoval(entry) ? entry.base : entry.cells),
    theirs: entry.theirs ? rowText(entry.theirs) : null,
    status: entry.status,
    reason: entry.status === 'held' ? said(heldProblem(entry)).text : null,
    ways: waysOut(entry),
    form: formOf(entry, book, translate, nowMs),
  }));
}

/** What its user can do about an entry. What may be in the sheet already is not dropped: it would only look gone. */
export function waysOut(entry: QueueEntry): WayOut[] {
  const { status, attempts, heldFor, base, origin, theirs } = entry;
  if (status !== 'held') return attempts === 0 ? ['drop'] : ['retry'];
  const isClash = heldFor === 'different' || heldFor === 'missing';
  const isAnew = isClash && !isRemoval(entry) && (origin?.kind === 'activity' || origin?.kind === 'decision');
  return [
    ...(isClash && base !== null ? [] : (['retry'] as const)),
    ...(isAnew ? (['as-new'] as const) : []),
    ...(isClash && base !== null && theirs ? (['insist'] as const) : []),
    'drop',
  ];
}

function formOf(
  { attempts, origin, base, cells }: QueueEntry,
  book: DirectoryBook | null,
  { language }: Translate,
  nowMs: number,
): WaitingView['form'] {
  if (attempts > 0 || origin?.kind !== 'activity' || isRemoval({ base, cells })) return null;
  const engagement = book?.engagements.get(origin.entry.engagement);
  if (!book || !engagement) return null;
  return {
    entry: entryOf(origin.entry, book, engagement),
    deliverables: deliverablesFor(book, engagement, { nowMs, language }),
    today: clockOf(book, engagement).localDateOf(nowMs),
  };
}

function entryText(entry: QueueEntry, translate: Translate): string {
  const { tab, cells, base } = entry;
  const said = isRemoval(entry) ? base! : cells;
  const engagement = String(said.engagement ?? '');
  if (tab === 'cases') {
    const name = [cells.id, cells.subject].filter((part) => part !== null).join(' · ');
    return translate('sheets.entry-case', { engagement, case: name });
  }
  if (tab === 'decisions') {
    const [decision, by] = [String(cells.decision), String(cells.by)];
    return translate('sheets.entry-decision', { engagement, decision, by });
  }
  const values = {
    engagement,
    hours: Number(said.hours ?? 0),
    date: dayIn(dateOf(said.date), translate.language),
  };
  if (base === null) return translate('sheets.entry', values);
  return translate(isRemoval(entry) ? 'sheets.entry-removal' : 'sheets.entry-change', values);
}

/** A row as somebody would read it out; what tells it from others is for machines. */
function rowText({ id: _id, about: _about, at: _at, date, ...cells }: QueueEntry['cells']): string {
  return [dateOf(date), ...Object.values(cells)].filter((cell) => cell !== null && cell !== '').join(' · ');
}

function dateOf(cell: QueueEntry['cells'][string] | undefined): string {
  return typeof cell === 'number' ? dateOfSerial(cell) : String(cell ?? '');
}

/** What is no date is said as it stands in the row. */
function dayIn(text: string, language: string): string {
  return Number.isNaN(Date.parse(`${text}T00:00Z`))
    ? text
    : dateOnly(text, language, { dateStyle: 'medium' });
}

function heldProblem({ heldFor, detail, base, tab, cells, theirs }: QueueEntry): Problem {
  if (tab === 'cases' && theirs && theirs.engagement !== cells.engagement)
    return problem('case-elsewhere', [], {});
  if (heldFor === 'missing' || heldFor === 'different')
    return problem(base === null ? `row-${heldFor}` : `change-${heldFor}`, [], {});
  if (heldFor === null || heldFor === 'refused')
    return problem('sheet-refused', [], { detail: detail ?? '' });
  return problem(`sheet-${heldFor}`, [], {});
}
