/** The service review, on a June that was worked out by hand. */
import { describe, expect, test } from 'vitest';
import { HOUR_MS, readReportPeriod, reviewPeriods, serviceReview } from '#core';
import { openBook } from '../scope/book.ts';
import { JULY_2, nordwind } from './nordwind.ts';

const hours = (ms: number) => ms / HOUR_MS;

function june(nowMs = JULY_2) {
  const book = nordwind();
  return serviceReview(book, book.engagements.get('E-1')!, { period: readReportPeriod('2026-06')!, nowMs });
}

describe('the work of June', () => {
  const { work } = june();

  test('is 4 + 10.5 + 0.25 hours, and 1 of the 2 that began an hour before July', () => {
    expect([hours(work.ms), work.activities]).toEqual([15.75, 4]);
  });

  test('by week: the last one is cut at the end of June, its limit goes by the whole of it', () => {
    expect(
      work.weeks.map(({ week, ms, wholeMs, isPart }) => [week, hours(ms), hours(wholeMs), isPart]),
    ).toEqual([
      ['2026-W23', 4, 4, false],
      ['2026-W24', 10.5, 10.5, false],
      ['2026-W25', 0, 0, false],
      ['2026-W26', 0.25, 0.25, false],
      ['2026-W27', 1, 11.5, true],
    ]);
  });

  test('by deliverable, most hours first; an activity without one is counted as such', () => {
    expect(work.byDeliverable.map(({ id, ms, activities }) => [id, hours(ms), activities])).toEqual([
      ['maintenance', 11.5, 2],
      ['service-reviews', 4, 1],
      [null, 0.25, 1],
    ]);
  });
});

describe('the cases of June', () => {
  const { cases } = june();

  test('three were opened, one closed; one was in hand before, two at the end', () => {
    const { opened, closed, inHandBefore, inHand, undated } = cases;
    expect({ opened, closed, inHandBefore, inHand, undated }).toEqual({
      opened: 3,
      closed: 1,
      inHandBefore: 1,
      inHand: 2,
      undated: 1,
    });
  });

  test('open issues: the most severe first; one that was closed in July was still open', () => {
    expect(cases.open.map(({ id, days, closed }) => [id, days, closed])).toEqual([
      ['C-4', 10, null],
      ['C-1', 41, null],
    ]);
  });

  test('resolutions name the days that they took', () => {
    expect(cases.resolved.map(({ id, days }) => [id, days])).toEqual([['C-2', 7]]);
  });
});

describe('the answers of June', () => {
  test('one in time, three late: closed without an answer, two hours late, overdue', () => {
    const { responses } = june();
    const { received, inTime, late, running, medianMs } = responses!;
    expect([received, inTime, late, running, hours(medianMs!)]).toEqual([4, 1, 3, 0, 10]);
    expect(responses!.lateOnes.map(({ case: id, inquiry }) => [id, inquiry.state, inquiry.due?.[0]])).toEqual(
      [
        ['C-2', 'closed-unanswered', Date.parse('2026-06-11T09:30+02:00')],
        ['C-4', 'answered-late', Date.parse('2026-06-23T09:00+02:00')],
        ['C-1', 'overdue', Date.parse('2026-06-29T16:30+02:00')],
      ],
    );
    expect(hours(responses!.lateOnes[1]!.inquiry.lateMs)).toBe(2);
  });

  test('each late one says how it came to be due', () => {
    const { responses } = june();
    expect(responses!.lateOnes[1]!.inquiry.steps.map(({ step }) => step)).toEqual([
      'received',
      'passed-over',
      'counted-from',
      'business-day',
      'due',
    ]);
  });

  test('nothing is said where nobody remembers inquiries', () => {
    const book = openBook({ cases: [{}] });
    const review = serviceReview(book, book.engagements.get('E-1')!, {
      period: readReportPeriod('2026-06')!,
      nowMs: JULY_2,
    });
    expect(review.responses).toBeNull();
    expect(review.figures.inquiries).toBeNull();
  });
});

describe('deliverables and scope', () => {
  const review = june();
  const stateOf = (id: string) =>
    review.deliverables
      .find(({ deliverable }) => deliverable === id)
      ?.periods.map(({ period, state }) => [period.id, state]);

  test('a month that was given, a month that was missed, and the four weeks that end in June', () => {
    expect(stateOf('service-reviews')).toEqual([['2026-06', 'done']]);
    expect(stateOf('product-roadmap')).toEqual([['2026-06', 'missed']]);
    expect(stateOf('customer-intelligence-management')).toEqual(
      ['2026-W23', '2026-W24', '2026-W25', '2026-W26'].map((week) => [week, 'missed']),
    );
    expect(stateOf('maintenance')).toEqual([]);
    expect(review.calls.map(({ period, state }) => [period.id, state])).toEqual([
      ['2026-W23', 'done'],
      ['2026-W24', 'missed'],
      ['2026-W25', 'missed'],
      ['2026-W26', 'done'],
    ]);
  });

  test('a fourth contact and two weeks over ten hours', () => {
    expect(review.breaches.map(({ rule, values }) => [rule, values.used, values.week])).toEqual([
      ['contacts', 4, undefined],
      ['weekly-hours', 10.5, '2026-W24'],
      ['weekly-hours', 11.5, '2026-W27'],
    ]);
  });

  test('May, the period before, had two hours, one case opened and one answer in time', () => {
    expect(review.before.id).toBe('2026-05');
    expect(review.figuresBefore).toEqual({
      workMs: 2 * HOUR_MS,
      activities: 1,
      opened: 1,
      closed: 0,
      inHand: 1,
      inquiries: 1,
      inTime: 1,
      late: 0,
    });
  });
});

describe('the trend', () => {
  const book = nordwind();
  const earlier = (id: string) =>
    serviceReview(book, book.engagements.get('E-1')!, {
      period: readReportPeriod(id)!,
      nowMs: Date.parse('2026-09-01T12:00+02:00'),
    }).earlier;

  test('two periods before the one compared with, the newest first: June and May, as their own reviews say', () => {
    const [first, second] = earlier('2026-08');
    expect([first!.id, second!.id]).toEqual(['2026-06', '2026-05']);
    expect(first!.figures).toMatchObject({ workMs: 15.75 * HOUR_MS, opened: 3, closed: 1 });
    expect(second!.figures).toMatchObject({ workMs: 2 * HOUR_MS, opened: 1, closed: 0 });
  });

  test('ends where the term begins, on January 1: nothing is told of a time before the contract', () => {
    expect(earlier('2026-03').map(({ id }) => id)).toEqual(['2026-01']);
    expect(earlier('2026-02')).toEqual([]);
  });
});

describe('periods', () => {
  test('a period that still runs goes as far as today', () => {
    const review = june(Date.parse('2026-06-12T12:00+02:00'));
    expect([review.isRunning, review.cases.opened, review.cases.inHand]).toEqual([true, 2, 1]);
  });

  test('Premium is reviewed by the month, Standard by the quarter, TSAM by the quarter too', () => {
    const first = (tier: string) => {
      const book = openBook({ engagements: [{ tier }] });
      return reviewPeriods(book, book.engagements.get('E-1')!, { nowMs: JULY_2, back: 1 }).map(
        ({ id }) => id,
      );
    };
    expect(first('premium')).toEqual(['2026-07', '2026-06']);
    expect(first('standard')).toEqual(['2026-Q3', '2026-Q2']);
    expect(first('tsam')).toEqual(['2026-Q3', '2026-Q2']);
  });

  test.each(['2026-Q5', '2026-W54', '2026-00', '2026-06-31..2026-07-01', '2026-07-02..2026-07-01', 'June'])(
    '%s is no period',
    (text) => {
      expect(readReportPeriod(text)).toBeNull();
    },
  );

  test('a chosen stretch is compared with as many days before it', () => {
    const book = nordwind();
    const review = serviceReview(book, book.engagements.get('E-1')!, {
      period: readReportPeriod('2026-06-08..2026-06-14')!,
      nowMs: JULY_2,
    });
    expect([review.before.id, hours(review.work.ms), hours(review.figuresBefore.workMs)]).toEqual([
      '2026-06-01..2026-06-07',
      10.5,
      4,
    ]);
  });
});

test('nothing of the other customer is in it', () => {
  expect(JSON.stringify(june())).not.toMatch(/Harbour|X-1|X-2|E-2/);
});
