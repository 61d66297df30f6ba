/** The findings of the workbook's limits, as rows of the Violations tab that lead back to the rows they are about. */
import { checkScope } from '../../scope/check.ts';
import type { Finding, RowReference } from '../../scope/finding.ts';
import type { Row, TrackerRows } from '../rows.ts';
import { violationRows } from '../violation-rows.ts';
import type { CheckOptions } from './check-tracker.ts';
import { textOf } from './read-cell.ts';
import { openSheet, type SheetBook } from './sheet-book.ts';
import { NOBODY, sheetDirectory } from './sheet-directory.ts';

export interface FindOptions extends CheckOptions {
  nowMs: number;
  /** The number of the first row below a tab's header. */
  firstRowOf(tab: string): number;
}

/** The rules that the workbook's own formulas know; the others need calendars and terms that it does not hold. */
const RULES: readonly string[] = ['cases-in-hand', 'contacts', 'weekly-hours'];
const TAB_OF: Readonly<Record<RowReference['kind'], string>> = {
  activity: 'activities',
  case: 'cases',
  contact: 'contacts',
  engagement: 'engagements',
  manager: 'managers',
};
const SHOWN_ROWS = 12;

export function findViolations(rows: TrackerRows, options: FindOptions): Row[] {
  const { rulebook, rulesRows, words, warnFromShare = rulebook.readings.warnFromShare } = options;
  const sheet = openSheet(rows, { ...options, warnFromShare });
  const { book, contactPlaces } = sheetDirectory(sheet, rulebook, rulesRows);
  const findings = checkScope(book, { nowMs: options.nowMs })
    .filter(({ rule, subject }) => RULES.includes(rule) && subject.id !== NOBODY)
    .map((finding) => ({ ...finding, subject: { ...finding.subject, id: idOf(finding.subject, sheet) } }));
  return violationRows(findings, {
    language: words.language,
    rulebook: book.rulebook,
    nameOf: (subject) => nameOf(subject, sheet),
    placesOf: (finding) =>
      placesOf(finding, (reference) =>
        reference.kind === 'contact'
          ? contactPlaces.get(reference.engagement ?? '')![Number(reference.row)]!
          : Number(reference.row),
      ),
  });

  function placesOf({ rows: references }: Finding, placeOf: (reference: RowReference) => number): string {
    const first = references[0];
    if (!first) return '';
    const tab = TAB_OF[first.kind];
    const numbers = references.map((reference) => placeOf(reference) + options.firstRowOf(tab));
    const shown = numbers.sort((a, b) => a - b).slice(0, SHOWN_ROWS);
    const list = [...shown.map(String), ...(numbers.length > shown.length ? ['…'] : [])].join(', ');
    return words.text('tracker.rows-of', { tab: words.title(tab), rows: list });
  }
}

/** The id that people gave, for the place that stands for it inside. */
function idOf({ kind, id }: Finding['subject'], { rows }: SheetBook): string {
  return textOf(rows[kind === 'manager' ? 'managers' : 'engagements']?.[Number(id)]?.id);
}

function nameOf({ kind, id }: Finding['subject'], sheet: SheetBook): string {
  const named = (tab: string, wanted: string) =>
    textOf(sheet.rows[tab]?.find((row) => textOf(row.id) === wanted && wanted !== '')?.name);
  if (kind === 'manager') return named('managers', id) || id;
  const customer = textOf(sheet.engagements[sheet.engagementAt(id)]?.row.customer);
  const name = named('customers', customer) || customer;
  return name === '' ? id : `${id} · ${name}`;
}
