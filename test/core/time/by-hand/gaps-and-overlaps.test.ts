/** Clock changes of 30, 60 and 120 minutes, worked by hand; the comment on each case says how. */
import { describe, it } from 'vitest';
import {
  DAILY,
  expectAdd,
  expectDue,
  expectElapsed,
  expectOpen,
  MON_FRI,
  on,
  PREMIUM,
} from '../../../support/oracle/expectations.ts';

const always = (zone: string) => ({ zone, week: on(DAILY, '00:00-24:00') });
const daily = (zone: string, hours: string) => ({ zone, week: on(DAILY, hours) });
const weekdays = (zone: string) => ({ zone, week: on(MON_FRI, '09:00-17:00') });

describe('New York, an hour', () => {
  it('the day of the gap has 23 hours, the day of the overlap 25', () => {
    // 24 less the hour from 02:00 to 03:00; 24 and the hour from 01:00 to 02:00 once more.
    expectElapsed(always('America/New_York'), '2026-03-08T00:00-05:00', '2026-03-09T00:00-04:00', '23:00:00');
    expectElapsed(always('America/New_York'), '2026-11-01T00:00-04:00', '2026-11-02T00:00-05:00', '25:00:00');
  });

  it('a due time that the clock skips comes an hour later on the wall', () => {
    // 02:30 lies in the gap 02:00–03:00; moved forward by its hour it is 03:30 of summer time.
    expectDue(always('America/New_York'), PREMIUM, '2026-03-07T02:30-05:00', '2026-03-08T03:30-04:00');
  });

  it('the second 01:30 of a night belongs to the evening on which the night began', () => {
    // Night of Sat Oct 31, next business day Sun Nov 1, whose 01:30 is on the morning of Mon Nov 2.
    expectDue(
      daily('America/New_York', '22:00-06:00'),
      PREMIUM,
      '2026-11-01T01:30-05:00',
      '2026-11-02T01:30-05:00',
    );
  });
});

describe('Berlin, an hour', () => {
  it('an hour of business time is an hour, also over the gap', () => {
    // 01:30+01:00 is 00:30Z; an hour later 01:30Z is 03:30+02:00.
    expectAdd(always('Europe/Berlin'), '2026-03-29T01:30+01:00', '1:00:00', '2026-03-29T03:30+02:00');
    expectAdd(always('Europe/Berlin'), '2026-03-29T03:30+02:00', '-1:00:00', '2026-03-29T01:30+01:00');
  });

  it('one business day round the clock: the same wall time, or 24 hours, which differ by the gap', () => {
    // 24 hours after Sat 12:00+01:00 (11:00Z) is Sun 11:00Z, 13:00+02:00 on the wall.
    expectDue(
      always('Europe/Berlin'),
      PREMIUM,
      '2026-03-28T12:00+01:00',
      '2026-03-29T12:00+02:00',
      'same-time',
    );
    expectDue(
      always('Europe/Berlin'),
      PREMIUM,
      '2026-03-28T12:00+01:00',
      '2026-03-29T13:00+02:00',
      'business-hours',
    );
  });

  it('a close inside the change ends the day where the wall time is mapped to', () => {
    // 02:30 is skipped in spring (moved to 03:30) and shown twice in autumn (the first counts).
    expectDue(
      daily('Europe/Berlin', '00:00-02:30'),
      PREMIUM,
      '2026-03-28T01:00+01:00',
      '2026-03-29T03:30+02:00',
      'end-of-day',
    );
    expectDue(
      daily('Europe/Berlin', '00:00-02:30'),
      PREMIUM,
      '2026-10-24T01:00+02:00',
      '2026-10-25T02:30+02:00',
      'end-of-day',
    );
  });
});

describe('London, an hour around 01:00', () => {
  it('an opening inside the gap moves forward by it', () => {
    // 01:30 is skipped (01:00 → 02:00), so the span runs from 02:30 to 05:00.
    expectElapsed(
      daily('Europe/London', '01:30-05:00'),
      '2026-03-29T00:00Z',
      '2026-03-29T12:00+01:00',
      '2:30:00',
    );
  });

  it('in the overlap both edges mean the first time that they are shown', () => {
    // 01:30 first at 00:30Z: 00:30–01:30 ends there after its hour; 01:30–02:30 lasts until 02:30Z, two hours.
    const night = ['2026-10-25T00:00+01:00', '2026-10-25T12:00Z'] as const;
    expectOpen(daily('Europe/London', '00:30-01:30'), ...night, [
      '2026-10-25T00:30+01:00/2026-10-25T01:30+01:00',
    ]);
    expectOpen(daily('Europe/London', '01:30-02:30'), ...night, [
      '2026-10-25T01:30+01:00/2026-10-25T02:30+00:00',
    ]);
    expectElapsed(daily('Europe/London', '01:30-02:30'), ...night, '2:00:00');
  });
});

describe('Dublin and Casablanca, where winter or Ramadan is the exception', () => {
  it('the wall time stays, whatever the zone calls its offset', () => {
    // Ireland goes back on Sun 2026-10-25; Morocco went back for Ramadan on Sun 2025-02-23. Friday to Monday.
    expectDue(weekdays('Europe/Dublin'), PREMIUM, '2026-10-23T10:00+01:00', '2026-10-26T10:00+00:00');
    expectDue(weekdays('Africa/Casablanca'), PREMIUM, '2025-02-21T10:00+01:00', '2025-02-24T10:00+00:00');
    expectElapsed(
      weekdays('Africa/Casablanca'),
      '2025-02-21T10:00+01:00',
      '2025-02-24T10:00+00:00',
      '8:00:00',
    );
  });
});

describe('Lord Howe, half an hour', () => {
  it('the day of the overlap has 24 hours and a half, the day of the gap 23 and a half', () => {
    // 02:00+11:00 goes back to 01:30+10:30 on 2026-04-05; 02:00+10:30 goes on to 02:30+11:00 on 2026-10-04.
    expectElapsed(
      always('Australia/Lord_Howe'),
      '2026-04-05T00:00+11:00',
      '2026-04-06T00:00+10:30',
      '24:30:00',
    );
    expectElapsed(
      always('Australia/Lord_Howe'),
      '2026-10-04T00:00+10:30',
      '2026-10-05T00:00+11:00',
      '23:30:00',
    );
  });

  it('a skipped wall time moves forward by half an hour; a repeated one is the first', () => {
    // 02:15 lies in the gap of 30 minutes: 02:45. 01:45 is shown at +11:00 and again at +10:30.
    expectDue(always('Australia/Lord_Howe'), PREMIUM, '2026-10-03T02:15+10:30', '2026-10-04T02:45+11:00');
    expectDue(always('Australia/Lord_Howe'), PREMIUM, '2026-04-04T01:45+11:00', '2026-04-05T01:45+11:00');
  });
});

describe('Troll, two hours', () => {
  const troll = always('Antarctica/Troll');

  it('the day of the gap has 22 hours, the day of the overlap 26', () => {
    // At 01:00Z the wall goes from 01:00 to 03:00 in March, and from 03:00 back to 01:00 in October.
    expectElapsed(troll, '2026-03-29T00:00+00:00', '2026-03-30T00:00+02:00', '22:00:00');
    expectElapsed(troll, '2026-10-25T00:00+02:00', '2026-10-26T00:00+00:00', '26:00:00');
  });

  it('a skipped wall time moves forward by two hours', () => {
    // 02:15 lies in the gap 01:00–03:00; two hours on it is 04:15.
    expectDue(troll, PREMIUM, '2026-03-28T02:15+00:00', '2026-03-29T04:15+02:00');
  });

  it('hours that the gap swallows make no business day', () => {
    // 02:00–04:00 becomes 04:00–04:00, empty, so the next business day after Saturday is Monday.
    expectDue(
      daily('Antarctica/Troll', '02:00-04:00'),
      PREMIUM,
      '2026-03-28T02:30+00:00',
      '2026-03-30T02:30+02:00',
    );
  });

  it('hours in the overlap last as long as the wall takes to get through them', () => {
    // First 01:00 at 23:00Z of the day before, 03:00 once, at 03:00Z: four hours for 01:00–03:00.
    const hours = daily('Antarctica/Troll', '01:00-03:00');
    expectOpen(hours, '2026-10-24T12:00+02:00', '2026-10-25T12:00+00:00', [
      '2026-10-25T01:00+02:00/2026-10-25T03:00+00:00',
    ]);
    expectElapsed(hours, '2026-10-24T12:00+02:00', '2026-10-25T12:00+00:00', '4:00:00');
  });
});
