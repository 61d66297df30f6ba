/** What a tracker keeps of inquiries: read as people type it, judged as the directory is, and taken along unharmed. */
import { describe, expect, test } from 'vitest';
import { readReportPeriod, serviceManagement, serviceReview } from '#core';
import { reviewPage } from '#core/report/index.ts';
import {
  type Cell,
  checkTracker,
  describeTracker,
  directoryRows,
  findInTracker,
  openTracker,
  type Row,
  sayStatus,
  serialOf,
  type TrackerRows,
  tabOf,
  trackerReview,
  wallsAt,
  wordsOf,
} from '#core/tracker/index.ts';
import { readTrackerRows } from '#core/tracker/read-directory.ts';
import { JULY_2, nordwind, nordwindDirectory } from '../core/report/nordwind.ts';

const words = wordsOf('en');
const rulesRows = tabOf(describeTracker({ language: 'en', rulebook: serviceManagement }), 'rules').rows;
const options = { rulebook: serviceManagement, words, rulesRows };
const at = (date: string, hour: number): Cell => serialOf(date) + hour / 24;

const TRACKER: TrackerRows = {
  customers: [{ id: 'A', name: 'Nordwind' }],
  managers: [{ id: 'M-1', name: 'Mia' }],
  engagements: [
    { id: 'E-1', customer: 'A', tier: words.text('tier.premium'), manager: 'M-1', calendar: 'Europe/Berlin' },
  ],
  cases: [
    { id: 'K-1', engagement: 'E-1', status: 'open', subject: ' Slow  sign-in' },
    { id: 'K-2', engagement: 'E-1', status: 'closed' },
    { id: 'K-3', engagement: 'E-9', status: 'open' },
  ],
};

describe('each row says how it stands, or what in it cannot be read', () => {
  test.each<[says: string, row: Row]>([
    ['answered', { case: 'K-1', received: at('2026-06-08', 9.5), answered: at('2026-06-08', 16) }],
    ['answered', { case: ' k-1 ', received: '2026-06-08 09:30', answered: '2026-06-08T09:30' }],
    ['not answered yet', { case: 'K-1', received: at('2026-06-08', 9.5) }],
    ['Closed without an answer', { case: 'K-2', received: at('2026-06-08', 9.5) }],
    ['Which case? Name one of the Cases tab', { received: at('2026-06-08', 9.5) }],
    ['No such case: K-7', { case: 'K-7', received: at('2026-06-08', 9.5) }],
    ['See the Cases tab: K-3 cannot be read', { case: 'K-3', received: at('2026-06-08', 9.5) }],
    ['When was it received? Date and time missing', { case: 'K-1', answered: at('2026-06-08', 9.5) }],
    ['Received: not a date', { case: 'K-1', received: '8.6.2026 9:30' }],
    ['Received: not a date', { case: 'K-1', received: '2026-06-08T09:30Z' }],
    ['Answered: not a date', { case: 'K-1', received: at('2026-06-08', 9.5), answered: 'soon' }],
    [
      'Answered before it was received; counted as unanswered',
      { case: 'K-1', received: at('2026-06-08', 9.5), answered: at('2026-06-08', 9) },
    ],
    ['Received: no time of day, counted as 00:00', { case: 'K-1', received: serialOf('2026-06-08') }],
    [
      'Answered: no time of day, counted as 00:00',
      { case: 'K-1', received: at('2026-06-08', 9.5), answered: '2026-06-09' },
    ],
    ['', {}],
  ])('%s: %j', (says, row) => {
    const { inquiries } = checkTracker({ ...TRACKER, inquiries: [row] }, options);
    expect(sayStatus(inquiries[0]!, words)).toBe(says);
  });
});

describe('the check', () => {
  const found = (inquiries: Row[], now: string, cases = TRACKER.cases!) =>
    findInTracker(
      openTracker(
        { ...TRACKER, cases, inquiries },
        { ...options, nowMs: Date.parse(`${now}Z`), firstRowOf: () => 2 },
      ),
    ).filter(({ finding: { rule } }) => rule === 'response' || rule === 'ticket-claims');
  const asked = { case: 'K-1', received: at('2026-06-08', 15) };

  test('an answer that Premium owes within one business day is overdue a minute later, by the wall of the sheet', () => {
    expect(found([asked], '2026-06-09T15:00').map(({ finding }) => finding.message)).toEqual([
      'response-due-soon',
    ]);
    const [late] = found([asked], '2026-06-09T15:01');
    expect(late).toMatchObject({
      finding: { message: 'response-overdue', values: { case: 'K-1', lateMs: 60_000 } },
      places: 'Cases: 2',
    });
    expect(found([{ ...asked, answered: at('2026-06-09', 15) }], '2026-06-12T12:00')).toEqual([]);
  });

  test('now is that of the engagement: what is due in Seoul is overdue there, though the sheet is Berlin’s', () => {
    const seoul = { ...TRACKER.engagements![0], id: 'E-2', calendar: 'Asia/Seoul' };
    const cases = [TRACKER.cases![0]!, { id: 'K-7', engagement: 'E-2', status: 'open' }];
    // Received on Monday at 15:00 on both walls, so due on Tuesday at 15:00: 06:00Z in Seoul, 13:00Z in Berlin.
    const foundAt = (now: string) => {
      const [atMs, berlin] = [Date.parse(now), 2 * 3_600_000];
      const tracker = openTracker(
        {
          ...TRACKER,
          engagements: [...TRACKER.engagements!, seoul],
          cases,
          inquiries: [asked, { ...asked, case: 'K-7' }],
        },
        { ...options, nowMs: atMs + berlin, walls: wallsAt(atMs, () => berlin), firstRowOf: () => 2 },
      );
      return findInTracker(tracker)
        .filter(({ finding: { message } }) => message === 'response-overdue')
        .map(({ finding: { values } }) => [values.case, values.lateMs]);
    };
    expect(foundAt('2026-06-09T06:00Z')).toEqual([]);
    expect(foundAt('2026-06-09T06:01Z')).toEqual([['K-7', 60_000]]);
    // Both; the one in Seoul by the two hours that were left of its day.
    expect(foundAt('2026-06-09T13:01Z')).toEqual([
      ['K-1', 60_000],
      ['K-7', 7_200_000],
    ]);
  });

  test('what somebody marked on its ticket as needing no answer is owed no more, until that is taken back', () => {
    const ticket = 'https://desk.example/7';
    const lists = tabOf(describeTracker({ language: 'en', rulebook: serviceManagement }), 'lists').rows;
    const [none, owed] = ['no-answer-needed', 'answer-needed'].map((id) =>
      words.text(`tracker.decision-${id}`),
    );
    // The ticket tells the second, of Greenwich; the row in the sheet the minute, of Berlin.
    const line = { ticket, about: '2026-06-08T13:00:27Z', by: 'Mia', reason: 'a thank-you' };
    const said = { ...line, decision: none!, at: '2026-06-08T14:00:00Z' };
    const back = { ...line, decision: owed!, at: '2026-06-08T15:00:00Z' };
    const foundWith = (decisions: Row[]) => {
      const atMs = Date.parse('2026-06-12T10:00Z');
      const tracker = openTracker(
        { ...TRACKER, lists, decisions, inquiries: [asked], cases: [{ ...TRACKER.cases![0], link: ticket }] },
        { ...options, nowMs: atMs, walls: wallsAt(atMs, () => 0), firstRowOf: () => 2 },
      );
      return findInTracker(tracker).filter(({ finding: { rule } }) => rule === 'response').length;
    };
    expect(foundWith([])).toBe(1);
    expect(foundWith([said])).toBe(0);
    expect(foundWith([back, said])).toBe(1);
    expect(foundWith([{ ...said, ticket: 'https://desk.example/8' }])).toBe(1);
    expect(foundWith([{ ...said, about: '2026-06-08T13:01:27Z' }])).toBe(1);
  });

  test('a ticket under two engagements is named with both and their rows, and stops nothing', () => {
    const engagements = [...TRACKER.engagements!, { ...TRACKER.engagements![0], id: 'E-2' }];
    const cases = ['E-1', 'E-2'].map((engagement, index) => ({
      id: `K-${index}`,
      engagement,
      status: 'open',
      link: 'https://desk.example/7',
    }));
    const tracker = openTracker(
      { ...TRACKER, engagements, cases },
      { ...options, nowMs: Date.parse('2026-06-09T15:00Z'), firstRowOf: () => 2 },
    );
    const claims = findInTracker(tracker).filter(({ finding: { rule } }) => rule === 'ticket-claims');
    expect(
      claims.map(({ finding: { subject, values }, places }) => [subject.id, values.engagement, places]),
    ).toEqual([
      ['E-1', 'E-2', 'Cases: 2, 3'],
      ['E-2', 'E-1', 'Cases: 2, 3'],
    ]);
  });
});

describe('Nordwind’s directory as a tracker', () => {
  const book = nordwind();
  const rows: TrackerRows = {
    ...directoryRows(book, words, '2026-07-02'),
    lists: tabOf(describeTracker({ language: 'en', rulebook: serviceManagement }), 'lists').rows,
  };

  test('holds each inquiry as the wall of its engagement shows it', () => {
    const seconds = (cell: Cell | undefined) => (typeof cell === 'number' ? Math.round(cell * 86_400) : cell);
    const shown = rows.inquiries!.map(({ case: id, received, answered }) => [
      id,
      seconds(received),
      seconds(answered),
    ]);
    expect(shown).toEqual([
      ['C-1', seconds(at('2026-05-21', 9)), seconds(at('2026-05-21', 10))],
      ['C-1', seconds(at('2026-06-26', 16.5)), null],
      ['C-2', seconds(at('2026-06-03', 10)), seconds(at('2026-06-03', 15))],
      ['C-2', seconds(at('2026-06-10', 9.5)), null],
      ['C-4', seconds(at('2026-06-20', 12)), seconds(at('2026-06-23', 11))],
    ]);
  });

  test('reviews June’s answers word for word as the directory does', () => {
    const period = readReportPeriod('2026-06')!;
    const tracker = openTracker(rows, {
      ...options,
      nowMs: JULY_2 + 2 * 3_600_000,
      firstRowOf: () => 2,
    });
    const answersOf = (review: Parameters<typeof reviewPage>[0]) => {
      const texts = reviewPage(review, words, book.rulebook).rows.map(({ cells }) =>
        cells.map(({ value }) => value),
      );
      const from = texts.findIndex(([first]) => first === words.text('report.answers'));
      const until = texts.findIndex(([first]) => first === words.text('report.open'));
      return texts.slice(from, until);
    };
    const sheet = trackerReview(tracker, 'E-1', { period, zone: 'Europe/Berlin' })!;
    const directory = serviceReview(book, book.engagements.get('E-1')!, { period, nowMs: JULY_2 });
    expect(sheet.responses).toMatchObject({ received: 4, inTime: 1, late: 3 });
    expect(answersOf(sheet)).toEqual(answersOf(directory));
  });

  test('comes back with the same instants', () => {
    const { calendars, rulebook, cases = [] } = nordwindDirectory();
    const read = readTrackerRows(rows, { calendars, rulebook }, serviceManagement);
    if (Array.isArray(read)) throw new Error(JSON.stringify(read));
    const instants = (entries: typeof cases) =>
      entries.map(({ id, inquiries }) => [
        id,
        (inquiries ?? []).map(({ received, answered }) =>
          [received, answered].map((time) => Date.parse(time ?? '')),
        ),
      ]);
    expect(instants(read.cases!)).toEqual(instants(cases));
  });

  test('an inquiry of a case that is not there is told with its row, and nothing is taken over', () => {
    const { calendars, rulebook } = nordwindDirectory();
    const inquiries = [{}, { case: 'C-77', received: at('2026-06-08', 9) }];
    expect(readTrackerRows({ ...rows, inquiries }, { calendars, rulebook }, serviceManagement)).toMatchObject(
      [{ code: 'cell-list', values: { tab: 'inquiries', row: 3, column: 'case', text: 'C-77' } }],
    );
  });
});
