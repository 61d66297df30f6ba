/** `import`: rows of a CSV or .xlsx file into a tab, shown first and written with --apply; --undo takes them back. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Tab, type Workbook, wordsOf } from '#core/tracker/index.ts';
import { followersOf } from '../import/followers.ts';
import { type ImportMark, notUndoneRequests, readMarks, undoneRequest } from '../import/import-mark.ts';
import { type ColumnMatch, matchColumns, readWishes, unknownWish } from '../import/match-columns.ts';
import { type ImportPlan, planImport } from '../import/plan-import.ts';
import { type DateOrder, type DecimalSign, listWords } from '../import/read-values.ts';
import { readSource, type Source } from '../import/source.ts';
import {
  cellsAdded,
  importRequests,
  isBeyondRanges,
  type Place,
  undoRequests,
} from '../import/write-import.ts';
import { refuseBeyondLimit } from '../online/cell-room.ts';
import { writeOnce } from '../online/once.ts';
import { settle } from '../online/settle.ts';
import { readStanding, type Standing } from '../online/standing.ts';
import { type Call, type Command, Complaint, text } from './command.ts';
import { sayImport } from './import-words.ts';
import { checkWhole, DIRECTORY_OPTION, type OpenTracker, openTracker } from './open-tracker.ts';

const DATES: readonly string[] = ['dmy', 'mdy', 'ymd'] satisfies DateOrder[];
const DECIMALS: readonly string[] = ['comma', 'point'] satisfies DecimalSign[];

export const importCommand: Command = {
  options: {
    ...DIRECTORY_OPTION,
    into: { type: 'string' },
    from: { type: 'string' },
    sheet: { type: 'string' },
    columns: { type: 'string' },
    dates: { type: 'string' },
    decimal: { type: 'string' },
    apply: { type: 'boolean' },
    undo: { type: 'boolean' },
  },
  words: 1,
  run: async (call) => {
    const tracker = await openTracker(call);
    checkWhole(tracker, call);
    return call.values.undo ? undoLast(call, tracker) : bringIn(call, tracker);
  },
};

async function bringIn(call: Call, tracker: OpenTracker): Promise<number> {
  const { edge, values, translate } = call;
  const tab = wantedTab(call, tracker);
  const path = text(values, 'from');
  if (path === undefined) throw new Complaint([translate('provision.tracker-usage')]);
  const wishes = readWishes(text(values, 'columns') ?? '');
  const source = await sourceAt(path, call, (headers) => known(matchColumns(headers, tab, wishes)));
  const unknown = unknownWish(wishes, source.headers, tab);
  if (unknown !== undefined)
    throw new Complaint([translate('provision.import-unknown-column', { column: unknown })]);
  const matches = matchColumns(source.headers, tab, wishes);
  if (known(matches) === 0) {
    const columns = tab.columns.filter(({ role }) => role === 'typed').map(({ header }) => header);
    throw new Complaint([translate('provision.import-no-columns', { path, columns: columns.join(', ') })]);
  }
  const lists = listWords(tracker.rulebook, tracker.language);
  const readings = {
    dates: oneOf(call, 'dates', DATES) as DateOrder | undefined,
    decimal: oneOf(call, 'decimal', DECIMALS) as DecimalSign | undefined,
  };
  const planFor = ({ rows }: Standing): ImportPlan =>
    planImport({ source, matches, tab, standing: rows[tab.id] ?? [], readings, lists });
  const plan = planFor(tracker);
  for (const line of sayImport(plan, source, matches, translate)) edge.out(line);
  if (plan.rows.length === 0) return 0;
  if (!values.apply) {
    edge.out(translate('provision.import-preview', { count: plan.rows.length }));
    return 0;
  }
  const at = new Date(edge.nowMs).toISOString();
  const needsMore = isBeyondRanges(placeIn(tracker, tab.id));
  await writeOnce(tracker.access, tracker.id, async () => {
    const now = await readStanding(tracker.access, tracker.id, tracker);
    if (importsIn(now).some(({ id }) => id === plan.id)) return null;
    const place = placeIn(now, tab.id);
    refuseBeyondLimit(now.remote, cellsAdded(plan, place));
    const requests = importRequests(plan, place, { file: basename(path), at });
    return [...notUndoneRequests(now.remote.marks, plan.id), ...requests];
  });
  if (needsMore) {
    const { workbook, language } = tracker;
    const wanted = { workbook, words: wordsOf(language), rows: {}, named: {}, nowMs: edge.nowMs };
    await settle(tracker.access, tracker.id, wanted, { tab: () => {} });
  }
  edge.out(translate('provision.imported', { count: plan.rows.length, tab: tab.title }));
  return 0;
}

function placeIn({ placed, rows }: Standing, id: string): Place {
  const entry = placed.find(({ tab }) => tab.id === id)!;
  return { entry, standing: rows[id] ?? [], followers: followersOf(entry, placed) };
}

async function undoLast(call: Call, tracker: OpenTracker): Promise<number> {
  const { edge, values, translate } = call;
  const marks = lastImport(tracker);
  const [first] = marks;
  if (!first) throw new Complaint([translate('provision.undo-nothing')]);
  const requestsFor = (standing: Standing, own: readonly ImportMark[]) =>
    undoRequests(own, placeIn(standing, first.tab));
  const { count, changed } = requestsFor(tracker, marks);
  const tab = tracker.placed.find((entry) => entry.tab.id === first.tab)!.tab.title;
  if (changed > 0) edge.out(translate('provision.undo-changed', { count: changed }));
  if (!values.apply) {
    edge.out(translate('provision.undo-preview', { count, tab, file: first.file }));
    return 0;
  }
  await writeOnce(tracker.access, tracker.id, async () => {
    const now = await readStanding(tracker.access, tracker.id, tracker);
    const own = importsIn(now).filter(({ id }) => id === first.id);
    return own.length === 0 ? null : [undoneRequest(first.id), ...requestsFor(now, own).requests];
  });
  edge.out(translate('provision.undone', { count, tab }));
  return 0;
}

/** A mark like ours elsewhere is somebody else's, or came with the copy of a tab. */
function importsIn({ remote, placed, workbook }: Standing): ImportMark[] {
  const ids = importable(workbook).map(({ id }) => id);
  const isHere = ({ tab, sheetId }: ImportMark) =>
    ids.includes(tab) && placed.some((entry) => entry.tab.id === tab && entry.sheetId === sheetId);
  return readMarks(remote.marks).filter(isHere);
}

/** The marks of the import that was made last. */
function lastImport(standing: Standing): ImportMark[] {
  const marks = importsIn(standing);
  const last = marks.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
  return marks.filter(({ id }) => id === last?.id);
}

function wantedTab({ values, translate }: Call, { workbook }: OpenTracker): Tab {
  const into = (text(values, 'into') ?? '').toLowerCase();
  const offered = importable(workbook);
  const tab = offered.find(({ id, title }) => id === into || title.toLowerCase() === into);
  if (tab) return tab;
  throw new Complaint([translate('provision.import-into', { tabs: offered.map(({ id }) => id).join(', ') })]);
}

/** Tabs on which people write, and nobody else. */
function importable({ tabs }: Workbook): Tab[] {
  return tabs.filter(
    ({ rows, columns }) =>
      rows.length === 0 &&
      columns.some(({ role }) => role === 'typed') &&
      !columns.some(({ role }) => role === 'written'),
  );
}

const known = (matches: readonly ColumnMatch[]) => matches.filter(({ column }) => column).length;

async function sourceAt(
  path: string,
  { values, translate }: Call,
  recognise: (headers: readonly string[]) => number,
): Promise<Source> {
  if (!existsSync(path)) throw new Complaint([translate('provision.file-missing', { path })]);
  const source = await readSource(readFileSync(path), text(values, 'sheet'), recognise);
  if (!('problem' in source)) return source;
  const sheets = source.sheets.join(', ');
  throw new Complaint([
    translate(`provision.source-${source.problem}`, { path, detail: source.detail, sheets }),
  ]);
}

function oneOf({ values, translate }: Call, name: string, words: readonly string[]): string | undefined {
  const value = text(values, name);
  if (value === undefined || words.includes(value)) return value;
  throw new Complaint([
    translate('provision.import-one-of', { option: `--${name}`, words: words.join(', ') }),
  ]);
}
