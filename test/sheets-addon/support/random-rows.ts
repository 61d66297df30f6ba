/** Rows as people leave them: mostly right, some odd, the same for the same seed. */
import { CASE_STATUSES } from '#core/engagement/schema.ts';
import { type Cell, type Row, serialOf, type TrackerRows, type Words } from '#core/tracker/index.ts';

/** A generator of numbers in [0, 1) that the seed decides (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const FIRST = serialOf('2026-12-14');
const ODD_DATES: Cell[] = [
  '2026-06-31',
  '2026-02-29',
  '08.06.2026',
  'next Friday',
  '2026-6-8',
  ' 2026-12-29 ',
  '2026-12-29',
  '2027-01-03',
  '2027-01-04',
  '20261229',
  '1899-12-31',
  46181.75,
  12,
  -3,
  99_999_999,
  'x',
];
const ODD_TIMES: Cell[] = [
  '2026-12-16 09:30',
  '2026-12-16T09:30:15',
  ' 2026-12-16  17:05 ',
  '2026-12-16',
  '2026-12-16 24:00',
  '2026-12-16 9:30',
  '2026-12-16 09:60',
  '2026-12-16 09:30:61',
  '2026-12-16T09:30Z',
  '2026-12-16T09:30+01:00',
  '2026-02-29 10:00',
  '16.12.2026 09:30',
  '9:30',
  'yesterday',
  0.4,
  109_940.5,
  -7,
  FIRST,
];
const ODD_HOURS: Cell[] = ['1,5', '1.5', 'two', ' ', '', null, -1, 0, '0.5 h', '=1+1', 0.004, 1 / 3];
const PLAIN_HOURS = [0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 2.7, 3.3, 4.05, 5, 2 / 3];
const YES_OR_NO: Cell[] = ['yes', 'ja', 'No', '예', '否', true, false, 0];
const TEXTS = ['=1+1', '+1', '@x', "it's", '"quoted"', 'a*b', 'c?d', '~', '<b>', '汉字', ' padded ', '&amp;'];

export function randomRows(seed: number, words: Words, size = 1): TrackerRows {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const chance = (share: number) => random() < share;
  const count = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const many = (number: number, make: (index: number) => Row): Row[] =>
    Array.from({ length: number }, (_, index) => (chance(0.03) ? {} : make(index)));
  const date = (share: number): Cell =>
    chance(share) ? null : chance(0.06) ? pick(ODD_DATES) : FIRST + Math.floor(random() * 35);
  const time = (blank: number): Cell =>
    chance(blank)
      ? null
      : chance(0.1)
        ? pick(ODD_TIMES)
        : FIRST + Math.floor(random() * 6) + count(8 * 60, 18 * 60) / 1440;
  const managers = ['M-1', 'M-2', 'm*3'];
  const engagements = Array.from({ length: 7 }, (_, index) => `E-${index + 1}`);
  const reference = (ids: readonly string[]): Cell =>
    chance(0.05) ? pick(['', 'E-99', ' E-1', 'e-2 ', 'E*', null, 'M-?', 4]) : pick(ids);
  const word = (keys: readonly string[]): Cell => (chance(0.06) ? pick(TEXTS) : words.text(pick(keys)));

  return {
    customers: many(4, (index) => ({
      id: chance(0.1) ? 'C-1' : `C-${index + 1}`,
      name: `Customer ${index}`,
    })),
    managers: many(4, (index) => ({
      id: managers[index] ?? 'm-1',
      name: `Manager ${index}`,
      backup: chance(0.4) ? reference(managers) : null,
    })),
    engagements: [...engagements, 'E-3'].map((id) => ({
      id: chance(0.03) ? null : id,
      customer: pick(['C-1', 'C-2', 'c-3', 'nobody', null]),
      tier: word(['tier.premium', 'tier.premium', 'tier.standard', 'tier.tsam']),
      manager: reference(managers),
      backup: chance(0.3) ? reference(managers) : null,
      from: date(0.5),
      until: chance(0.7) ? null : date(0),
      agreedContacts: chance(0.8) ? null : pick([1, 2, 5, 'four', 0]),
      agreedCases: chance(0.8) ? null : pick([3, 40, -1]),
      agreedHours: chance(0.7) ? null : pick([7.5, 12, 9.99, 'ten']),
    })),
    contacts: many(Math.round(60 * size), () => ({
      engagement: reference(engagements),
      name: chance(0.1) ? pick(TEXTS) : chance(0.1) ? null : `Name ${count(1, 9)}`,
      email: chance(0.15)
        ? null
        : pick([`c${count(1, 6)}@x.example`, ` C${count(1, 6)}@X.example `, 'a*@x.example']),
      from: date(0.4),
      until: date(0.6),
    })),
    cases: many(Math.round(110 * size), (index) => ({
      id: `K-${index}`,
      engagement: reference(engagements),
      subject: pick(TEXTS),
      status: word(
        CASE_STATUSES.flatMap((status) =>
          Array<string>(status === 'open' ? 5 : 1).fill(`tracker.case-${status}`),
        ),
      ),
      opened: date(0.1),
      closed: date(0.8),
    })),
    inquiries: many(Math.round(80 * size), () => ({
      case: chance(0.06)
        ? pick(['', 'K-999', ' k-2 ', 'K*', null, 7])
        : `K-${count(0, Math.round(110 * size) - 1)}`,
      received: time(0.03),
      answered: time(0.3),
    })),
    activities: many(Math.round(150 * size), (index) => ({
      id: `A-${index}`,
      date: date(0.02),
      engagement: reference(engagements),
      hours: chance(0.06) ? pick(ODD_HOURS) : pick(PLAIN_HOURS),
      deliverable: chance(0.5) ? null : word(['deliverable.service-reviews', 'deliverable.maintenance']),
      method: chance(0.5) ? null : word(['method.phone', 'method.e-mail']),
      note: chance(0.3) ? pick(TEXTS) : null,
      weeklyCall: chance(0.8) ? null : chance(0.1) ? pick(TEXTS) : pick(YES_OR_NO),
    })),
    calendar: many(12, () => ({
      from: date(0.1),
      until: date(0.5),
      kind: word(['tracker.kind-holiday', 'tracker.kind-time-off']),
      calendar: chance(0.5) ? 'berlin' : null,
      manager: chance(0.5) ? reference(managers) : null,
      name: 'x',
    })),
  };
}
