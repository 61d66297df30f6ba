/** The tracker in the open spreadsheet: in which language it was made, and which calendars it offers. */
import { LANGUAGES, type Language } from '#core';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import {
  type Cell,
  describeTracker,
  textOf,
  type Words,
  type Workbook,
  wordsOf,
} from '#core/tracker/index.ts';
import { titled } from './places.ts';
import type { OpenSpreadsheet } from './spreadsheet.ts';

export interface OpenTracker {
  spreadsheet: OpenSpreadsheet;
  /** Described in the tracker's own language, with the calendars that it offers. */
  workbook: Workbook;
  /** The words that stand in the sheet, whatever language its user reads: another list would match nothing typed. */
  sheetWords: Words;
}

/** The tracker as it stands; where nothing tells its language, in the one given. */
export function openTracker(spreadsheet: OpenSpreadsheet, otherwise: Language): OpenTracker {
  const { language = otherwise, calendars } = listed(spreadsheet);
  const workbook = describeTracker({ language, rulebook: serviceManagement, calendars });
  return { spreadsheet, workbook, sheetWords: wordsOf(language) };
}

/** As after an import of the .xlsx file, which brings no marks. */
const titles = () => LANGUAGES.map((language) => wordsOf(language).title('lists'));

/** What the Lists tab tells: its headers are ids, and its word for yes is another one in each language. */
function listed(spreadsheet: OpenSpreadsheet): { language?: Language | undefined; calendars: string[] } {
  const sheet = spreadsheet.markedTabs().get('lists') ?? titled(spreadsheet, titles());
  if (!sheet) return { calendars: [] };
  const [headers = [], ...cells] = sheet.values({
    row: 1,
    column: 1,
    rows: sheet.rowCount,
    columns: sheet.columnCount,
  });
  const column = (id: string) => {
    const position = headers.indexOf(id);
    return position < 0 ? [] : cells.map((line) => textOf(line[position] as Cell));
  };
  const [yes] = column('yes');
  return {
    language: LANGUAGES.find((language) => wordsOf(language).text('tracker.yes') === yes),
    calendars: column('calendar').filter((id) => id !== ''),
  };
}
