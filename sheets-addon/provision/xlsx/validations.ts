/** Dropdowns and checks of what is typed, and notes at the headers. */
import {
  type Column,
  columnLetters,
  DATE_HELP,
  type Dropdown,
  FIRST_SERIAL,
  firstRowOf,
  headerRowOf,
  LAST_SERIAL,
  lastRowOf,
  listHelp,
  notationFor,
  type Tab,
  type Words,
  type Workbook,
  writeFormula,
} from '#core/tracker/index.ts';
import { listName } from './names.ts';
import { storedName } from './stored-name.ts';
import { escapeAttribute, escapeXml } from './xml.ts';

/** How much of a message Excel takes. */
const TITLE_LENGTH = 32;
const TEXT_LENGTH = 255;
/** How long a formula Excel takes into a list. */
const LIST_LENGTH = 255;

export function validationsOf(workbook: Workbook, tab: Tab, words: Words): string {
  const all = tab.columns.flatMap((column, index) => {
    const letters = columnLetters(index);
    const cells = `${letters}${firstRowOf(tab)}:${letters}${lastRowOf(tab)}`;
    const check = column.role === 'typed' ? checkOf(column, cells, { workbook, tab, words }) : null;
    return [...noteOf(column, `${letters}${headerRowOf(tab)}`), ...(check === null ? [] : [check])];
  });
  return all.length === 0 ? '' : `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`;
}

function noteOf({ header, note }: Column, cell: string): string[] {
  if (note === undefined) return [];
  const said = `promptTitle="${title(header)}" prompt="${text(note)}"`;
  return [`<dataValidation allowBlank="1" showInputMessage="1" ${said} sqref="${cell}"/>`];
}

function checkOf(
  { dropdown, format, least }: Column,
  cells: string,
  { workbook, tab, words }: { workbook: Workbook; tab: Tab; words: Words },
): string | null {
  if (dropdown) {
    const severity = dropdown.strict ? 'stop' : 'warning';
    return rule('list', cells, severity, words.text('tracker.list-title'), words.text(listHelp(dropdown)), [
      escapeXml(listFormula(dropdown, workbook, tab)),
    ]);
  }
  const dateHelp = DATE_HELP[format];
  if (dateHelp) {
    const limits = [String(FIRST_SERIAL), String(LAST_SERIAL)];
    return rule('date', cells, 'warning', words.text('tracker.date-title'), words.text(dateHelp), limits);
  }
  if (least === undefined) return null;
  const [name, message] = [words.text('tracker.number-title'), words.text('tracker.number-text', { least })];
  return rule('decimal', cells, 'warning', name, message, [String(least)], 'greaterThanOrEqual');
}

/** What a cell offers, as the application works it out each time that somebody opens its list; all where that is too long. */
export function listFormula({ from, perTier }: Dropdown, workbook: Workbook, tab: Tab): string {
  if (!perTier) return listName(workbook, from);
  const notation = notationFor(workbook, tab, { separator: ',', functionName: storedName });
  const listNo = writeFormula(perTier.listNo, notation(firstRowOf(tab)));
  const names = [from, ...perTier.lists].map((path) => listName(workbook, path));
  const formula = `CHOOSE(1+${listNo},${names.join(',')})`;
  return formula.length > LIST_LENGTH ? listName(workbook, from) : formula;
}

function rule(
  type: 'list' | 'date' | 'decimal',
  cells: string,
  severity: 'stop' | 'warning',
  errorTitle: string,
  error: string,
  formulas: readonly string[],
  operator?: string,
): string {
  const attributes = [
    `type="${type}"`,
    ...(severity === 'stop' ? [] : [`errorStyle="${severity}"`]),
    ...(operator ? [`operator="${operator}"`] : []),
    'allowBlank="1" showInputMessage="1" showErrorMessage="1"',
    `errorTitle="${title(errorTitle)}" error="${text(error)}"`,
    `sqref="${cells}"`,
  ];
  const parts = formulas.map((formula, index) => `<formula${index + 1}>${formula}</formula${index + 1}>`);
  return `<dataValidation ${attributes.join(' ')}>${parts.join('')}</dataValidation>`;
}

const title = (words: string) => escapeAttribute(words.slice(0, TITLE_LENGTH));
const text = (words: string) => escapeAttribute(words.slice(0, TEXT_LENGTH));
