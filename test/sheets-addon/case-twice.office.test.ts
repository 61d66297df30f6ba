/** Two cases with one id: an inquiry and an activity that name it mean the first of them, in the sheet as in core. */
import { describe, expect, test } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import {
  describeTracker,
  findInTracker,
  firstRowOf,
  openTracker,
  type Row,
  serialOf,
  type TrackerRows,
  tabOf,
  wordsOf,
} from '#core/tracker/index.ts';
import { writeRows } from '../../sheets-addon/provision/write-tracker.ts';
import { differences, shownAt } from './support/compare.ts';
import { openInIronCalc } from './support/iron-calc.ts';
import { openInOffice } from './support/office.ts';

const words = wordsOf('en');
const capacity = {
  engagements: 2,
  managers: 2,
  customers: 2,
  contacts: 2,
  cases: 4,
  inquiries: 3,
  activities: 3,
  calendar: 2,
  decisions: 2,
  deliverables: 2,
  violations: 2,
};
const options = { language: 'en', rulebook: serviceManagement, capacity } as const;
const workbook = describeTracker(options);

/** An outage, whose causes are to be reviewed with the customer. */
const outage: Row = {
  id: 'K-1',
  engagement: 'E',
  subject: 'outage',
  status: words.text('tracker.case-solved'),
  severity: 0,
  opened: serialOf('2026-06-01'),
};
const request: Row = {
  id: 'k-1',
  engagement: 'E',
  subject: 'request',
  status: words.text('tracker.case-open'),
  severity: 2,
  opened: serialOf('2026-06-02'),
};
const review = serviceManagement.deliverables.find(({ id }) => id === 'root-cause-analysis')!;

const rowsWith = (cases: Row[]): TrackerRows => ({
  customers: [{ id: 'C', name: 'Customer' }],
  managers: [{ id: 'M' }],
  engagements: [
    { id: 'E', customer: 'C', tier: words.text('tier.premium'), manager: 'M', calendar: 'Europe/Berlin' },
  ],
  cases,
  inquiries: [{ case: 'K-1', received: '2026-06-08 09:30' }],
  activities: [
    {
      date: serialOf('2026-06-09'),
      engagement: 'E',
      hours: 1,
      deliverable: termIn(review),
      case: 'K-1',
    },
  ],
});

function termIn({ id }: typeof review): string {
  return words.text(`deliverable.${id}`);
}

/** Rows of the outages without an analysis. */
function unreviewed(rows: TrackerRows): number[] {
  const tracker = openTracker(rows, {
    rulebook: serviceManagement,
    words,
    rulesRows: tabOf(workbook, 'rules').rows,
    nowMs: Date.parse('2026-06-15T10:00:00Z'),
    firstRowOf: (tab) => firstRowOf(tabOf(workbook, tab)),
  });
  return findInTracker(tracker)
    .filter(({ finding }) => finding.rule === 'root-cause-analysis')
    .flatMap((found) => found.rows);
}

describe.each([
  ['the outage first', [outage, request], 'outage', []],
  ['the outage last', [request, outage], 'request', [3]],
  // The inquiry's row says that its case is to be mended; the analysis is as good as one that names no case.
  ['the first one unreadable', [{ ...request, engagement: 'none' }, outage], 'request', []],
] as const)('%s', (_, cases, subject, without) => {
  const rows = rowsWith([...cases]);

  test('the analysis is the first case’s: the outage has it, or is found to have none', () => {
    expect(unreviewed(rows)).toEqual(without);
  });

  test.each([
    ['LibreOffice', async () => (await openInOffice(writeRows(rows, options))).values],
    ['IronCalc', async () => openInIronCalc(workbook, rows).values()],
  ] as const)(
    'an inquiry shows the first case in %s, and says of it what core says',
    async (_engine, open) => {
      const values = await open();
      expect(shownAt(values, tabOf(workbook, 'inquiries'), 'subject', 0)).toBe(subject);
      expect(differences(values, workbook, rows)).toEqual([]);
    },
  );
});
