/** What people of other locales type, paste or import into a cell that holds a date, a time, a number or a listed word. */
import type { Cell, Row, TrackerRows } from '#core/tracker/index.ts';

export interface Typed {
  tab: string;
  column: string;
  cell: Cell;
  /** The status of its row, in English. */
  says: string;
  /** Whether somebody has to mend it. */
  isOdd: boolean;
}

/** 2026-06-08, a Monday. */
const DAY = 46_181;
const FINE = 'fine';

const DATES: [cell: Cell, is: typeof FINE | 'odd'][] = [
  [DAY, FINE],
  [DAY + 0.75, FINE],
  ['2026-06-08', FINE],
  [' 2026-06-08 ', FINE],
  ['08.06.2026', 'odd'],
  ['8.6.26', 'odd'],
  ['08/06/2026', 'odd'],
  ['6/8/2026', 'odd'],
  ['2026/06/08', 'odd'],
  ['2026.06.08', 'odd'],
  ['2026. 6. 8.', 'odd'],
  ['2026-6-8', 'odd'],
  ['20260608', 'odd'],
  ['2026年6月8日', 'odd'],
  ['2026년 6월 8일', 'odd'],
  ['8. Juni 2026', 'odd'],
  ['8 giugno 2026', 'odd'],
  ['8 de junio de 2026', 'odd'],
  // Digits of full width, Arabic ones, hyphens and spaces that look like the usual.
  ['２０２６-０６-０８', 'odd'],
  ['٢٠٢٦-٠٦-٠٨', 'odd'],
  ['2026‑06‑08', 'odd'],
  ['2026−06−08', 'odd'],
  ['\u00a02026-06-08', 'odd'],
  ['2026-06-08T00:00', 'odd'],
  ['46181', 'odd'],
  ['46181,5', 'odd'],
  [true, 'odd'],
];
const TIMES: typeof DATES = [
  [DAY + 0.4, FINE],
  ['2026-06-08 09:30', FINE],
  ['2026-06-08T09:30', FINE],
  [' 2026-06-08  09:30:15 ', FINE],
  ['08.06.2026 09:30', 'odd'],
  ['6/8/2026 9:30 AM', 'odd'],
  ['2026-06-08 9:30', 'odd'],
  ['2026-06-08 09.30', 'odd'],
  ['2026-06-08, 09:30', 'odd'],
  ['2026-06-08 09:30 Uhr', 'odd'],
  ['2026-06-08 09:30 AM', 'odd'],
  ['2026-06-08 오전 9:30', 'odd'],
  ['2026年6月8日 09:30', 'odd'],
  ['2026-06-08 09：30', 'odd'],
  ['２０２６-０６-０８ ０９:３０', 'odd'],
  ['2026-06-08\u202f09:30', 'odd'],
  ['2026-06-08T09:30Z', 'odd'],
  ['2026-06-08T09:30:15.5', 'odd'],
  ['46181.4', 'odd'],
  ['46181,4', 'odd'],
  [true, 'odd'],
];
/** Without TRUE, which is the number 1 to LibreOffice and to no other. */
const NUMBERS: typeof DATES = [
  [7.5, FINE],
  ['7,5', 'odd'],
  ['7.5', 'odd'],
  ['7,50', 'odd'],
  ['1.234,5', 'odd'],
  ['7:30', 'odd'],
  ['７', 'odd'],
  ['٧', 'odd'],
  ['7 Std.', 'odd'],
  ["7'5", 'odd'],
];

const notADate = (header: string) => `${header}: not a date`;
const notALimit = (header: string) => `${header}: not a limit (a number above 0)`;

function each(
  tab: string,
  column: string,
  cells: typeof DATES,
  { fine, odd }: { fine: string; odd: string },
): Typed[] {
  return cells.map(([cell, is]) => {
    const isOdd = is === 'odd';
    return { tab, column, cell, says: isOdd ? odd : fine, isOdd };
  });
}

function listed(tab: string, column: string, fine: string, cells: [cell: string, isListed: boolean][]) {
  return cells.map(
    ([cell, isListed]): Typed => ({
      tab,
      column,
      cell,
      says: isListed ? fine : `Not in the list: ${cell.trim()}`,
      isOdd: !isListed,
    }),
  );
}

const IN_WEEK = '2026-W24: 1.00 h, no limits stated';

export const TYPED: readonly Typed[] = [
  ...each('contacts', 'from', DATES, { fine: 'no limits stated', odd: notADate('From') }),
  ...each('contacts', 'until', DATES, { fine: 'no limits stated', odd: notADate('Until') }),
  ...each('cases', 'opened', DATES, { fine: 'done', odd: notADate('Opened') }),
  ...each('cases', 'closed', DATES, { fine: 'done', odd: notADate('Closed') }),
  ...each('engagements', 'from', DATES, { fine: 'ok', odd: notADate('From') }),
  ...each('engagements', 'until', DATES, { fine: 'ok', odd: notADate('Until') }),
  ...each('calendar', 'from', DATES, { fine: 'ok', odd: notADate('From') }),
  ...each('calendar', 'until', DATES, { fine: 'ok', odd: notADate('Until') }),
  ...each('activities', 'date', DATES, { fine: IN_WEEK, odd: notADate('Date') }),
  ...each('inquiries', 'received', TIMES, { fine: 'not answered yet', odd: notADate('Received') }),
  ...each('inquiries', 'answered', TIMES, { fine: 'answered', odd: notADate('Answered') }),
  ...each('engagements', 'agreedContacts', NUMBERS, { fine: 'ok', odd: notALimit('Agreed contacts') }),
  ...each('engagements', 'agreedCases', NUMBERS, { fine: 'ok', odd: notALimit('Agreed cases') }),
  ...each('engagements', 'agreedHours', NUMBERS, { fine: 'ok', odd: notALimit('Agreed hours a week') }),
  ...each('activities', 'hours', NUMBERS, {
    fine: '2026-W24: 7.50 h, no limits stated',
    odd: 'Hours not a number',
  }),
  ...listed('cases', 'status', 'done', [
    [' CLOSED ', true],
    ['geschlossen', false],
    ['ｃｌｏｓｅｄ', false],
    ['已关闭', false],
  ]),
  ...listed('activities', 'method', IN_WEEK, [
    ['Phone', true],
    ['Telefon', false],
    ['ｐｈｏｎｅ', false],
    ['전화', false],
  ]),
  ...listed('activities', 'deliverable', IN_WEEK, [
    [' MAINTENANCE', true],
    ['Wartung', false],
    ['ｍaintenance', false],
  ]),
];

/** A row for each, which says nothing of itself but for that one cell. */
export function typedRows(typed: readonly Typed[] = TYPED): TrackerRows {
  const rows: Record<string, Row[]> = {
    managers: [{ id: 'M-1', name: 'M-1' }],
    customers: [{ id: 'C-1', name: 'C-1' }],
    engagements: [],
    contacts: [],
    cases: [],
    inquiries: [],
    activities: [],
    calendar: [],
  };
  for (const { tab, column, cell } of typed) {
    const place = rows[tab]!.length;
    rows[tab]!.push({ ...around(tab, place), [column]: cell });
  }
  // What the others refer to stands below.
  const activities = rows.activities!.map((_, place) => engagementOf(`A-${place}`));
  rows.engagements!.push(engagementOf('E-1'), ...activities);
  rows.cases!.push({ id: 'K-open', engagement: 'E-1', status: 'open' });
  return rows;
}

const engagementOf = (id: string): Row => ({ id, customer: 'C-1', tier: 'Standard', manager: 'M-1' });

function around(tab: string, place: number): Row {
  if (tab === 'engagements') return engagementOf(`G-${place}`);
  if (tab === 'contacts') return { engagement: 'E-1', email: `person${place}@customer.example` };
  if (tab === 'cases') return { id: `K-${place}`, engagement: 'E-1', status: 'closed' };
  if (tab === 'inquiries') return { case: 'K-open', received: DAY + 0.3 };
  // Each of its own engagement, so that each has a week of its own.
  if (tab === 'activities') return { engagement: `A-${place}`, date: DAY, hours: 1 };
  return { from: DAY, kind: 'closure', calendar: 'Our days' };
}
