/** What a spreadsheet engine shows for a workbook, beside what core says on the same rows. */

import { type Language, type Rulebook, serviceManagement } from '#core/index.ts';
import {
  checkTracker,
  columnLetters,
  describedPosition,
  describeTracker,
  firstRowOf,
  type Row,
  type RowStatus,
  sayStatus,
  type Tab,
  type TrackerRows,
  tabOf,
  type Workbook,
  wordsOf,
} from '#core/tracker/index.ts';

export const SMALL: Record<string, number> = {
  engagements: 20,
  managers: 10,
  customers: 10,
  contacts: 60,
  cases: 60,
  inquiries: 60,
  activities: 60,
  calendar: 20,
  violations: 5,
};

/** Each status column, by `tab.column`, with core's statuses for the tab's rows. */
export function coreStatuses(
  rows: TrackerRows,
  language: Language,
  rulebook: Rulebook = serviceManagement,
): Map<string, RowStatus[]> {
  const words = wordsOf(language);
  const rules = tabOf(describeTracker({ language, rulebook }), 'rules').rows;
  const verdict = checkTracker(rows, {
    rulebook,
    words,
    rulesRows: rows.rules ?? rules,
  });
  return new Map([
    ['contacts.status', verdict.contacts],
    ['cases.finding', verdict.cases],
    ['inquiries.status', verdict.inquiries],
    ['activities.status', verdict.activities],
    ['engagements.status', verdict.engagements],
    ['managers.status', verdict.managers],
    ['customers.status', verdict.customers],
    ['calendar.status', verdict.calendar],
    ...(['status', 'contacts', 'cases', 'hours'] as const).map(
      (id) => [`overview.${id}`, verdict.overview.map((row) => row[id])] as [string, RowStatus[]],
    ),
  ]);
}

export interface Difference {
  cell: string;
  sheet: string;
  core: string;
  row: Row | undefined;
}

/** Every prepared row of every status column in which engine and core do not say the same. */
export function differences(
  values: ReadonlyMap<string, string[][]>,
  workbook: Workbook,
  rows: TrackerRows,
  rulebook?: Rulebook,
): Difference[] {
  const words = wordsOf(workbook.language as Language);
  return [...coreStatuses(rows, workbook.language as Language, rulebook)].flatMap(([path, statuses]) => {
    const [id, column] = path.split('.') as [string, string];
    const tab = tabOf(workbook, id);
    return Array.from({ length: tab.capacity }, (_, place) => {
      const sheet = shownAt(values, tab, column, place);
      const core = statuses[place] ? sayStatus(statuses[place], words) : '';
      return sheet === core
        ? []
        : [{ cell: addressOf(tab, column, place), sheet, core, row: rows[id]?.[place] }];
    }).flat();
  });
}

export function shownAt(
  values: ReadonlyMap<string, string[][]>,
  tab: Tab,
  column: string,
  place: number,
): string {
  const sheet = values.get(tab.title);
  if (!sheet) throw new Error(`The engine shows no sheet ${tab.title}: ${[...values.keys()].join(', ')}`);
  return sheet[firstRowOf(tab) - 1 + place]?.[describedPosition(tab, column)] ?? '';
}

function addressOf(tab: Tab, column: string, place: number): string {
  return `${tab.title}!${columnLetters(describedPosition(tab, column))}${firstRowOf(tab) + place}`;
}
