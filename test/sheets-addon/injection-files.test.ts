/** Text that a spreadsheet would take for a formula, through files: it stands there as that text, and is read as it was. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serviceManagement } from '#core';
import { tabOf } from '#core/tracker/index.ts';
import { readSource } from '../../sheets-addon/provision/import/source.ts';
import { asCsv, asTable } from '../../sheets-addon/provision/portfolio/show-answers.ts';
import { writeCsv } from '../../sheets-addon/provision/tables/write-csv.ts';
import { writeRows } from '../../sheets-addon/provision/write-tracker.ts';
import { wantedTracker } from './provision/account.ts';
import { anyTexts, casesOf, DANGEROUS } from './support/any-texts.ts';
import { parseCsv } from './support/office.ts';

const MANY = { numRuns: 150 };

const holds = (check: (texts: string[]) => Promise<void>) =>
  fc.assert(fc.asyncProperty(anyTexts, check), MANY);
const columns = tabOf(wantedTracker().workbook, 'cases').columns.filter(({ id }) =>
  ['id', 'subject'].includes(id),
);

test('text-is-data: CSV, no other program finds a formula in it, and we read what was written', () =>
  holds(async (texts) => {
    const csv = writeCsv(columns, casesOf(texts));
    const fields = parseCsv(csv.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')).flat();
    expect(fields.filter((field) => DANGEROUS.test(field))).toEqual([]);
    const source = await readSource(new TextEncoder().encode(csv));
    if ('problem' in source) throw new Error(source.problem);
    expect(source.rows.map(({ cells }) => cells[1])).toEqual(texts);
  }));

/** What a spreadsheet of a country with decimal commas makes of a CSV: parted at semicolons, quoted only from a field's start. */
function partedAtSemicolons(csv: string): string[] {
  const fields: string[] = [];
  for (let at = 0; at <= csv.length; at++) {
    let field = '';
    if (csv[at] === '"') {
      for (at++; at < csv.length && !(csv[at] === '"' && csv[at + 1] !== '"'); at++) {
        field += csv[at];
        if (csv[at] === '"') at++;
      }
      at++;
    }
    for (; at < csv.length && !';\r\n'.includes(csv[at]!); at++) field += csv[at];
    fields.push(field);
  }
  return fields;
}
/** What is skipped before a formula may be more than nothing. */
const EVALUATED = /^[\t\r\n]*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

test('text-is-data: CSV, a program that parts it at semicolons finds no formula either, nor in a line of a text', () =>
  holds(async (texts) => {
    const inside = texts.flatMap((text) =>
      ['a;', 'a;"', 'a;""', 'a\n', 'a\r\n', 'a\r"', 'a;\n', 'a\t', "a;'"].map(
        (start) => `${start}${text.replace(/^[\t\r\n]+/, '')};b`,
      ),
    );
    const csv = writeCsv(columns, casesOf(inside)).replace(/^\ufeff/, '');
    expect(partedAtSemicolons(csv).filter((field) => EVALUATED.test(field))).toEqual([]);
    const source = await readSource(new TextEncoder().encode(csv));
    if ('problem' in source) throw new Error(source.problem);
    expect(source.rows.map(({ cells }) => cells[1])).toEqual(inside);
  }));

test('.xlsx: the cell holds the text, and comes back', () =>
  holds(async (texts) => {
    const capacity = {
      cases: 12,
      contacts: 2,
      inquiries: 2,
      activities: 2,
      engagements: 2,
      deliverables: 2,
    };
    const file = writeRows(
      { cases: casesOf(texts) },
      { language: 'en', rulebook: serviceManagement, capacity },
    );
    const source = await readSource(file, 'Cases');
    if ('problem' in source) throw new Error(source.problem);
    const at = source.headers.indexOf('Subject');
    expect(source.rows.map(({ cells }) => cells[at])).toEqual(texts);
  }));

test('.xlsx: a cell holds what Excel takes of a text, and is no reason to mend the file', async () => {
  // Google's cells take 50,000 characters; a pair of halves is one sign, and is not cut through.
  const texts = ['a'.repeat(32_767), 'b'.repeat(32_768), `${'c'.repeat(32_765)}\u{1f600}${'d'.repeat(9)}`];
  const file = writeRows({ cases: casesOf(texts) }, { language: 'en', rulebook: serviceManagement });
  const source = await readSource(file, 'Cases');
  if ('problem' in source) throw new Error(source.problem);
  const at = source.headers.indexOf('Subject');
  expect(source.rows.map(({ cells }) => cells[at])).toEqual([
    texts[0],
    `${'b'.repeat(32_766)}…`,
    `${'c'.repeat(32_765)}…`,
  ]);
});

test('answers of the portfolio as CSV, and as a table that moves no cursor', () =>
  holds(async (texts) => {
    const shownColumns = [
      { header: 'Customer', isNumber: false, shown: ({ customer }: { customer: string }) => customer },
    ];
    const answers = texts.map((customer) => ({ customer }));
    const csv = asCsv(shownColumns as never, answers as never).slice(1);
    expect(csv.filter((line) => DANGEROUS.test(line.slice(1)))).toEqual([]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what would move a terminal's cursor
    expect(asTable(shownColumns as never, answers as never).join('')).not.toMatch(/[\u0000-\u001f]/);
  }));
