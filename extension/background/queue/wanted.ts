/** What was logged, decided and added on tickets, as rows of the tracker that their engagement comes from. */
import type { Additions } from '#core/engagement/additions.ts';
import type { Amendment } from '#core/engagement/amendments.ts';
import { clockOf, type DirectoryBook } from '#core/engagement/book.ts';
import { ticketKey } from '#core/engagement/claims.ts';
import { decidedThing } from '#core/engagement/decisions.ts';
import type { Activity, Case, Decision } from '#core/engagement/schema.ts';
import { serialOf } from '#core/tracker/rows.ts';
import type { StoredTracker } from '../../state/trackers.ts';
import type { NewEntry } from './entry.ts';

type Trackers = Readonly<Record<string, StoredTracker>>;
type Cells = NewEntry['cells'];
/** What its dropdowns show for an id. */
type Shown = StoredTracker['shown'];
type Row = Pick<NewEntry, 'key' | 'rowBy' | 'tab' | 'about' | 'origin'> & {
  cells: (shown: Shown) => Cells;
  base?: (shown: Shown) => Cells;
};

export function wantedEntries(
  { activities, cases, decisions }: Additions,
  amendments: readonly Amendment[],
  trackers: Trackers,
  book: DirectoryBook,
  nowMs: number,
): NewEntry[] {
  const homes = new Map(
    Object.entries(trackers).flatMap(([id, { directory }]) =>
      (directory?.engagements ?? []).map((engagement) => [engagement.id, id] as const),
    ),
  );
  const rows = [
    // A case comes before the hours that name it.
    ...cases.map((entry) => [entry.engagement, caseRow(entry)] as const),
    ...activities.map((entry) => [entry.engagement, activityRow(entry, book)] as const),
    ...amendments.map((entry) => [entry.base.engagement, amendedRow(entry, book)] as const),
    ...decisions.map((entry) => [entry.engagement, decisionRow(entry, book)] as const),
  ];
  return rows.flatMap(([engagement = '', { cells, base, ...row }]) => {
    const tracker = homes.get(engagement);
    if (tracker === undefined || !book.engagements.has(engagement)) return [];
    const { shown } = trackers[tracker]!;
    return { ...row, tracker, cells: cells(shown), base: base?.(shown) ?? null, madeMs: nowMs };
  });
}

/** The same for everybody who adds the ticket: the sheet itself takes the second of them for the first. */
export function caseKey(link: string): string {
  return `case ${ticketKey(link)}`;
}

function caseRow(entry: Case): Row {
  const { id, engagement, subject, status, opened, link = '' } = entry;
  return {
    key: caseKey(link),
    origin: { kind: 'case', entry },
    rowBy: { column: 'link', text: link },
    tab: 'cases',
    about: engagement,
    cells: (shown) => ({
      engagement,
      subject: subject ?? null,
      status: shown[`caseStatus.${status}`] ?? status,
      severity: null,
      opened: opened === undefined ? null : serialOf(opened),
      closed: null,
      link,
      id,
    }),
  };
}

const byId = (text: string) => ({ column: 'id', text });

/** Every column that people may type in: what is not named here would keep what a prepared row happens to hold. */
function activityRow(activity: Activity, book: DirectoryBook): Row {
  const { id, engagement, deliverable, method } = activity;
  const date = activity.date ?? localDateOf(activity.at ?? '', engagement, book);
  return {
    key: id,
    origin: { kind: 'activity', entry: activity },
    rowBy: byId(id),
    tab: 'activities',
    about: engagement,
    cells: (shown) => ({
      date: date === null ? null : serialOf(date),
      engagement,
      hours: activity.hours,
      deliverable: deliverable === undefined ? null : (shown[`deliverable.${deliverable}`] ?? deliverable),
      method: method === undefined ? null : (shown[`method.${method}`] ?? method),
      language: activity.language ?? null,
      weeklyCall: activity.weeklyCall ? (shown.yes ?? null) : null,
      priorNotice: activity.priorNotice ? (shown.yes ?? null) : null,
      case: activity.case ?? null,
      note: activity.note ?? null,
      id,
    }),
  };
}

/** Another say of a row that the sheet has; one that is taken out has nothing in any of its cells. */
function amendedRow({ key, base, next }: Amendment, book: DirectoryBook): Row {
  const { cells: before, rowBy, tab } = activityRow(base, book);
  const nothing = (shown: Shown) =>
    Object.fromEntries(Object.keys(before(shown)).map((column) => [column, null]));
  return {
    key,
    origin: { kind: 'activity', entry: next ?? base },
    rowBy,
    tab,
    about: `row ${base.id}`,
    base: before,
    cells: next === null ? nothing : activityRow(next, book).cells,
  };
}

function decisionRow(entry: Decision, book: DirectoryBook): Row {
  const { id, engagement = '', decision } = entry;
  const date = localDateOf(entry.at, engagement, book);
  return {
    key: id,
    origin: { kind: 'decision', entry },
    rowBy: byId(id),
    tab: 'decisions',
    about: decidedThing(entry),
    cells: (shown) => ({
      date: date === null ? null : serialOf(date),
      decision: shown[`decision.${decision}`] ?? decision,
      engagement,
      ticket: entry.ticket ?? null,
      by: entry.by,
      reason: entry.reason ?? null,
      at: entry.at,
      about: entry.about,
      id,
    }),
  };
}

function localDateOf(at: string, id: string, book: DirectoryBook): string | null {
  const [atMs, engagement] = [Date.parse(at), book.engagements.get(id)];
  return engagement && Number.isFinite(atMs) ? clockOf(book, engagement).localDateOf(atMs) : null;
}
