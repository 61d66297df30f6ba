/** Rows at the very edges of each limit and of each reading, with what they must say, worked out by hand. */
import type { Cell, Row, Words } from '#core/tracker/index.ts';
import { day } from './fixture-t.ts';

interface Week {
  engagement: string;
  entries: [date: Cell, hours: Cell, says: string][];
  /** What the overview says of the engagement's fullest week. */
  fullest: string;
}

const tenth: [Cell, Cell, string] = [
  day('2026-06-10'),
  0.1,
  '2026-W24: 10.00 of 10 h, ok, close to the limit',
];

/** All of them Premium, 10 hours a week; the warning starts at 80 %. */
export const WEEKS: Week[] = [
  week('the limit itself', '2026-W24: 10.00 of 10 h, ok, close to the limit', [
    [day('2026-06-08'), 4],
    [day('2026-06-14'), 6],
  ]),
  week('one hundredth over', '2026-W24: 10.01 of 10 h, over the limit', [
    [day('2026-06-08'), 4],
    [day('2026-06-10'), 6.01],
  ]),
  week('never rounded up to the limit', '2026-W24: 9.99 of 10 h, ok, close to the limit', [
    [day('2026-06-10'), 9.996],
  ]),
  week('never rounded down to the limit', '2026-W24: 10.01 of 10 h, over the limit', [
    [day('2026-06-10'), 10.0001],
  ]),
  {
    engagement: 'a hundred tenths',
    entries: Array.from({ length: 100 }, () => tenth),
    fullest: tenth[2],
  },
  week('a date in text', '2026-W24: 10.01 of 10 h, over the limit', [
    ['2026-06-08', 6],
    [' 2026-06-09 ', 4.01],
  ]),
  week('a week over the turn of the year', '2026-W53: 11.00 of 10 h, over the limit', [
    [day('2026-12-29'), 6],
    [day('2027-01-02'), 5],
  ]),
  week('Sunday and Monday are two weeks', '2026-W24: 6.00 of 10 h, ok', [[day('2026-06-08'), 6]], {
    before: [[day('2026-06-07'), 5.99, '2026-W23: 5.99 of 10 h, ok']],
  }),
  week('80 % of the limit', '2026-W24: 8.00 of 10 h, ok, close to the limit', [[day('2026-06-08'), 8]]),
  week('just below 80 %', '2026-W24: 7.99 of 10 h, ok', [[day('2026-06-08'), 7.999]]),
  {
    engagement: 'no date',
    entries: [
      ['2026-06-31', 1, 'Date: not a date'],
      ['08.06.2026', 1, 'Date: not a date'],
      ['next Friday', 1, 'Date: not a date'],
      [null, 1, 'Date missing'],
    ],
    fullest: 'no hours yet',
  },
  {
    engagement: 'a decimal comma in text',
    entries: [
      [day('2026-06-08'), '1,5', 'Hours not a number'],
      [day('2026-06-09'), 3, '2026-W24: 3.00 h so far, incomplete: hours that cannot be read'],
    ],
    fullest: '2026-W24: 3.00 h, incomplete: 1 entry cannot be read',
  },
  {
    engagement: 'nothing readable',
    entries: [
      [day('2026-06-08'), '0,5', 'Hours not a number'],
      [day('2026-06-08'), null, 'Hours missing'],
      [day('2026-06-08'), -1, 'Hours below zero'],
    ],
    fullest: 'Incomplete: 3 entries cannot be read',
  },
];

function week(
  engagement: string,
  says: string,
  entries: [date: Cell, hours: Cell][],
  { before = [] }: { before?: Week['entries'] } = {},
): Week {
  return {
    engagement,
    entries: [...before, ...entries.map(([date, hours]): Week['entries'][number] => [date, hours, says])],
    fullest: says,
  };
}

/** Cases in hand by manager, with what the manager's row says of the limit of 30. */
export const MANAGERS: [manager: string, inHand: number, says: string][] = [
  ['M-23', 23, '23 of 30, ok'],
  ['M-24', 24, '24 of 30, ok, close to the limit'],
  ['M-30', 30, '30 of 30, ok, close to the limit'],
  ['M-31', 31, '31 of 30, over the limit'],
];

type ContactRow = [name: string | null, email: string | null, from: Cell, until: Cell, says: string];
/** Contacts of one Premium engagement: three at any one time. */
export const CONTACTS: ContactRow[] = [
  ['Ana', 'ana@a.example', null, day('2026-06-30'), 'ok'],
  ['Bo', 'bo@a.example', null, null, 'ok'],
  ['Cy', 'cy@a.example', null, null, 'ok'],
  ['Di', 'di@a.example', day('2026-07-01'), null, 'ok'],
  ['Ed', 'ed@a.example', day('2026-07-01'), null, 'Over the limit of 3 contacts'],
  ['Bo B.', ' BO@A.example ', null, null, 'Same person as in another row; counted once'],
  [null, null, day('2026-01-01'), null, 'Incomplete: neither name nor e-mail; not counted'],
  ['Fe', 'fe@a.example', '2026-02-30', null, 'From: not a date'],
  ['Gi', 'gi@a.example', day('2026-07-02'), day('2026-07-01'), 'Ends before it begins'],
];

const HALF_A_DAY = '2026-W24: 6.50 of 10 h, ok';
const NEITHER = 'Weekly call, Prior notice: yes or no only';
/** Weekly call, prior notice: the words of every language and a box count; anything else is said, and counts for neither. */
export const YES_NO: [weeklyCall: Cell, priorNotice: Cell, says: string][] = [
  ['yes', 'no', HALF_A_DAY],
  [' Ja ', 'Nein', HALF_A_DAY],
  ['SÍ', 'sì', HALF_A_DAY],
  ['예', '아니요', HALF_A_DAY],
  ['是', '否', HALF_A_DAY],
  [true, false, HALF_A_DAY],
  ['TRUE', 'false', HALF_A_DAY],
  [1, 0, HALF_A_DAY],
  ['x', null, NEITHER],
  [null, 'maybe', NEITHER],
  [2, 'no', NEITHER],
  ['y*', 'yes', NEITHER],
  ['yes no', null, NEITHER],
];

export function edgeRows(words: Words): Record<string, Row[]> {
  const premium = (id: string, manager: string, more: Row = {}): Row => ({
    id,
    customer: 'C-1',
    tier: words.text('tier.premium'),
    manager,
    ...more,
  });
  return {
    customers: [{ id: 'C-1', name: 'Customer' }],
    managers: ['M-0', ...MANAGERS.map(([id]) => id)].map((id) => ({ id, name: id })),
    engagements: [
      ...WEEKS.map(({ engagement }) => premium(engagement, 'M-0')),
      ...MANAGERS.map(([id]) => premium(`E-${id}`, id)),
      premium('E-contacts', 'M-0'),
      premium('E-without-tier', 'M-0', { tier: null }),
      premium('E-yes-or-no', 'M-0'),
    ],
    contacts: CONTACTS.map(([name, email, from, until]) => ({
      engagement: 'E-contacts',
      name,
      email,
      from,
      until,
    })),
    cases: [
      ...MANAGERS.flatMap(([id, count]) =>
        Array.from({ length: count }, (_, index) => ({
          id: `${id}-${index + 1}`,
          engagement: `E-${id}`,
          status: words.text('tracker.case-open'),
          // The latest opened stands first, so that the limit goes by the day and not by the row.
          opened: Number(day('2026-06-01')) - index,
        })),
      ),
      { id: 'no status', engagement: 'E-contacts' },
    ],
    activities: [
      ...WEEKS.flatMap(({ engagement, entries }) =>
        entries.map(([date, hours]) => ({ engagement, date, hours })),
      ),
      ...YES_NO.map(([weeklyCall, priorNotice]) => ({
        engagement: 'E-yes-or-no',
        date: day('2026-06-08'),
        hours: 0.5,
        weeklyCall,
        priorNotice,
      })),
    ],
    calendar: [{ from: day('2026-06-01'), calendar: 'berlin' }],
  };
}
