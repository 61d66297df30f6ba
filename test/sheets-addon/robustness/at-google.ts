/** A tracker at Google, read, checked and repaired by the commands. */
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { firstRowOf, headerRowOf, tabOf, wordsOf } from '#core/tracker/index.ts';
import { readStanding } from '../../../sheets-addon/provision/online/standing.ts';
import type { Sheet } from '../../support/google/sheet.ts';
import { wantedTracker } from '../provision/account.ts';
import { capacityFor, type TrackerWorld, trackerWorld } from '../provision/world.ts';
import { fixtureT } from '../support/fixture-t.ts';
import { exceeded, type OpenOptions, type Rendering, type Said, type Tracker, unreadIn } from './tracker.ts';

const MORE = { decisions: 3, deliverables: 3, inquiries: 3, violations: 3 };
const LOCALES: Readonly<Record<string, string>> = { de: 'de_DE', en: 'en_US', 'zh-CN': 'zh_CN' };

export const atGoogle: Rendering = { name: 'a tracker at Google', open: opened };

export function wantedT(language: OpenOptions['language'], isFilled = true) {
  const rows = fixtureT(wordsOf(language));
  return wantedTracker(language, isFilled ? rows : {}, { ...capacityFor(rows), ...MORE });
}

async function opened({ language, zone }: OpenOptions): Promise<Tracker> {
  const { workbook, rows } = wantedT(language);
  const world = await trackerWorld(wantedT(language));
  Object.assign(world.book().properties, { timeZone: zone, locale: LOCALES[language] });
  const ids = new Map(workbook.tabs.map(({ id, title }) => [id, world.book().titled(title).id]));
  const sheetOf = (tab: string): Sheet => world.book().sheet(ids.get(tab));
  const columnOf = (id: string, column: string) => {
    const tab = tabOf(workbook, id);
    const { header } = tab.columns.find((candidate) => candidate.id === column)!;
    const headers = sheetOf(id).rows[headerRowOf(tab) - 1]!;
    return headers.findIndex((cell) => cell?.userEnteredValue?.stringValue === header);
  };
  const type: Tracker['type'] = (id, column, place, cell) => {
    const row = firstRowOf(tabOf(workbook, id)) - 1 + place;
    sheetOf(id).cell(row, columnOf(id, column)).userEnteredValue =
      typeof cell === 'number' ? { numberValue: cell } : { stringValue: String(cell) };
  };
  return {
    turnRound: (id) => {
      for (const [place, row] of rows[id]!.toReversed().entries()) {
        for (const [column, cell] of Object.entries(row)) type(id, column, place, cell ?? null);
      }
    },
    insertColumn: (id, before) => {
      const column = columnOf(id, before);
      world.book().shift(sheetOf(id), 'COLUMNS', column, 1);
      for (const row of [0, 1, 2]) sheetOf(id).cell(row, column).userEnteredValue = { stringValue: 'mine' };
    },
    moveToFront: (id, column) => moveToFront(world, sheetOf(id), columnOf(id, column)),
    deleteRow: (id, place) =>
      world.book().shift(sheetOf(id), 'ROWS', firstRowOf(tabOf(workbook, id)) - 1 + place, -1),
    rename: (id, title) => world.book().rename(sheetOf(id), title),
    type,
    repair: async () => {
      if ((await world.terminal.tracker('update', world.id)) !== 0)
        throw new Error(world.terminal.notes.join());
    },
    said: () => saidAt(world, language),
  };
}

/** The stand-in cannot move a column: it comes to stand in a new one, with its mark, and leaves its old place. */
function moveToFront(world: TrackerWorld, sheet: Sheet, from: number): void {
  const book = world.book();
  book.shift(sheet, 'COLUMNS', 0, 1);
  for (const row of sheet.rows) if (row?.[from + 1]) row[0] = row[from + 1];
  for (const { location } of book.marks) {
    const place = location?.dimensionRange;
    if (place?.sheetId === sheet.id && place.startIndex === from + 1) {
      Object.assign(place, { startIndex: 0, endIndex: 1 });
    }
  }
  book.shift(sheet, 'COLUMNS', from + 1, -1);
}

/** What a check writes into the tracker, for somebody with English. */
export async function saidAt(world: TrackerWorld, language: OpenOptions['language']): Promise<Said> {
  const { account, id, terminal } = world;
  if ((await terminal.tracker('check', id, '--write', '--language', 'en')) !== 0) {
    throw new Error(terminal.notes.join());
  }
  const unread = unreadIn(terminal.out.join('\n'), wordsOf('en'));
  const { rows } = await readStanding(account, id, { rulebook: serviceManagement, language });
  return { over: exceeded(rows.violations!, language), unread };
}
