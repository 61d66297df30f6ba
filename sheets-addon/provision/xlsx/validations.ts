/** Dropdowns and checks of what is typed, and notes at the headers. */
import {
  columnLetters,
  firstRowOf,
  headerRowOf,
  LAST_SERIAL,
  lastRowOf,
  type Tab,
  type Words,
  type Workbook,
} from '#core/tracker/index.ts';
import { listName } from './names.ts';
import { escapeAttribute } from './xml.ts';

/** How much of a message Excel takes. */
const TITLE_LENGTH = 32;
const TEXT_LENGTH = 255;

export function validationsOf(workbook: Workbook, tab: Tab, words: Words): string {
  const all = tab.columns.flatMap((column, index) => {
    const letters = columnLetters(index);
    const cells = `${letters}${firstRowOf(tab)}:${letters}${lastRowOf(tab)}`;
    const header = `${letters}${headerRowOf(tab)}`;
    const note =
      column.note === undefined
        ? []
        : [
            `<dataValidation allowBlank="1" showInputMessage="1" promptTitle="${title(column.header)}" prompt="${text(column.note)}" sqref="${header}"/>`,
          ];
    if (column.role !== 'typed') return note;
    if (column.dropdown) {
      const { from, strict } = column.dropdown;
      const message = words.text(strict ? 'tracker.list-text' : 'tracker.reference-text');
      return [
        ...note,
        rule('list', cells, strict ? 'stop' : 'warning', words.text('tracker.list-title'), message, [
          listName(workbook, from),
        ]),
      ];
    }
    if (column.format === 'date') {
      return [
        ...note,
        rule('date', cells, 'warning', words.text('tracker.date-title'), words.text('tracker.date-text'), [
          '367',
          String(LAST_SERIAL),
        ]),
      ];
    }
    if (column.least !== undefined) {
      const message = words.text('tracker.number-text', { least: column.least });
      return [
        ...note,
        rule(
          'decimal',
          cells,
          'warning',
          words.text('tracker.number-title'),
          message,
          [String(column.least)],
          'greaterThanOrEqual',
        ),
      ];
    }
    return note;
  });
  return all.length === 0 ? '' : `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`;
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
