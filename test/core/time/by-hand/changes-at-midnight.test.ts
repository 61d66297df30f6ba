/** Clocks that change at midnight, and dates that were skipped, worked by hand; the comments say how. */
import { describe, it } from 'vitest';
import {
  DAILY,
  expectDue,
  expectElapsed,
  expectOpen,
  MON_FRI,
  on,
  PREMIUM,
} from '../../../support/oracle/expectations.ts';

const always = (zone: string) => ({ zone, week: on(DAILY, '00:00-24:00') });
const daily = (zone: string, hours: string) => ({ zone, week: on(DAILY, hours) });

describe('São Paulo, until 2018', () => {
  const saoPaulo = always('America/Sao_Paulo');

  it('a day that begins at 01:00 has 23 hours', () => {
    // 2018-11-04 had no 00:00–01:00: two days of 24 and 23 hours.
    expectElapsed(saoPaulo, '2018-11-03T00:00-03:00', '2018-11-05T00:00-02:00', '47:00:00');
    // 00:00–08:00 opens at 01:00, the skipped hour later, and still closes at 08:00.
    expectOpen(
      daily('America/Sao_Paulo', '00:00-08:00'),
      '2018-11-03T12:00-03:00',
      '2018-11-04T12:00-02:00',
      ['2018-11-04T01:00-02:00/2018-11-04T08:00-02:00'],
    );
  });

  it('half past midnight on that day is half past one', () => {
    // 00:30 lies in the gap 00:00–01:00.
    expectDue(saoPaulo, PREMIUM, '2018-11-03T00:30-03:00', '2018-11-04T01:30-02:00');
  });

  it('a day that repeats its last hour has 25 hours, and an evening until midnight is longer', () => {
    // On Sat 2018-02-17 the wall went from 24:00 back to 23:00, so 24:00 came once, at 03:00Z.
    expectElapsed(saoPaulo, '2018-02-17T00:00-02:00', '2018-02-18T00:00-03:00', '25:00:00');
    expectElapsed(
      daily('America/Sao_Paulo', '22:00-24:00'),
      '2018-02-17T12:00-02:00',
      '2018-02-18T12:00-03:00',
      '3:00:00',
    );
  });

  it('half past eleven comes twice: due at the first, counted from either', () => {
    expectDue(saoPaulo, PREMIUM, '2018-02-16T23:30-02:00', '2018-02-17T23:30-02:00');
    expectDue(saoPaulo, PREMIUM, '2018-02-17T23:30-03:00', '2018-02-18T23:30-03:00');
  });

  it('a holiday on the short day takes 23 hours and leaves its neighbours whole', () => {
    // Saturday from noon, 12 hours; nothing on Sunday; Monday until noon, 12 hours.
    const holiday = { ...saoPaulo, holidays: [{ date: '2018-11-04' }] };
    expectElapsed(holiday, '2018-11-03T12:00-03:00', '2018-11-05T12:00-02:00', '24:00:00');
  });
});

describe('Cairo', () => {
  it('the weekend of the change keeps the wall time', () => {
    // Friday 2024-04-26 began at 01:00+03:00; Thursday 10:00 to Sunday 10:00 is 71 hours.
    const office = { zone: 'Africa/Cairo', week: on('sun mon tue wed thu', '09:00-17:00') };
    expectDue(office, PREMIUM, '2024-04-25T10:00+02:00', '2024-04-28T10:00+03:00');
  });

  it('hours until 24:00 end when the skipped midnight would have come', () => {
    // Thursday 16:00+02:00 is 14:00Z; Friday 00:00 is moved to 01:00+03:00, which is 22:00Z: eight hours.
    const evenings = { zone: 'Africa/Cairo', week: on('thu', '16:00-24:00') };
    expectOpen(evenings, '2024-04-25T00:00+02:00', '2024-04-26T12:00+03:00', [
      '2024-04-25T16:00+02:00/2024-04-26T01:00+03:00',
    ]);
    expectElapsed(evenings, '2024-04-25T00:00+02:00', '2024-04-26T12:00+03:00', '8:00:00');
  });

  it('the last Thursday of October has 25 hours, and its night 9', () => {
    // 2024-10-31 goes from 24:00 back to 23:00; 22:00+03:00 is 19:00Z, Friday 06:00+02:00 is 04:00Z.
    expectElapsed(always('Africa/Cairo'), '2024-10-31T00:00+03:00', '2024-11-01T00:00+02:00', '25:00:00');
    const nights = { zone: 'Africa/Cairo', week: on('thu', '22:00-06:00') };
    expectElapsed(nights, '2024-10-31T12:00+03:00', '2024-11-01T12:00+02:00', '9:00:00');
  });
});

describe('Beirut', () => {
  const beirut = always('Asia/Beirut');

  it('a quarter past midnight is skipped in spring', () => {
    // Sunday 2024-03-31 began at 01:00+03:00; 00:15 is moved forward by the hour.
    expectDue(beirut, PREMIUM, '2024-03-30T00:15+02:00', '2024-03-31T01:15+03:00');
  });

  it('a holiday on the long Saturday takes all 25 hours', () => {
    // 2024-10-26 repeats 23:00–24:00; Friday from noon and Sunday until noon remain, 12 hours each.
    const holiday = { ...beirut, holidays: [{ date: '2024-10-26' }] };
    expectElapsed(holiday, '2024-10-25T12:00+03:00', '2024-10-27T12:00+02:00', '24:00:00');
  });
});

describe('Havana, where midnight comes twice', () => {
  it('the date begins at its first midnight, and a holiday takes both', () => {
    // 2024-11-03 goes from 01:00-04:00 back to 00:00-05:00: 25 hours, all of one date.
    const holiday = { ...always('America/Havana'), holidays: [{ date: '2024-11-03' }] };
    expectElapsed(always('America/Havana'), '2024-11-03T00:00-04:00', '2024-11-04T00:00-05:00', '25:00:00');
    expectElapsed(holiday, '2024-11-02T12:00-04:00', '2024-11-04T12:00-05:00', '24:00:00');
    expectDue(always('America/Havana'), PREMIUM, '2024-11-02T00:30-04:00', '2024-11-03T00:30-04:00');
  });
});

describe('Tehran and St John’s', () => {
  it('a change at midnight in the middle of a working week costs no business time', () => {
    // Tuesday 2022-03-22 began at 01:00+04:30: 23 hours on the clock, eight of them open.
    const office = { zone: 'Asia/Tehran', week: on('sat sun mon tue wed', '08:00-16:00') };
    expectDue(office, PREMIUM, '2022-03-21T15:00+03:30', '2022-03-22T15:00+04:30');
    expectElapsed(office, '2022-03-21T15:00+03:30', '2022-03-22T15:00+04:30', '8:00:00');
  });

  it('a change one minute after midnight falls back into the day before', () => {
    // 2006-10-29 00:01-02:30 became 2006-10-28 23:01-03:30: two days of 49 hours together.
    expectElapsed(always('America/St_Johns'), '2006-10-28T00:00-02:30', '2006-10-30T00:00-03:30', '49:00:00');
    // The second 23:15 of Saturday lies inside Sunday's hours, which began at the first midnight: one business day
    // after Sunday is Wednesday, and its first open instant.
    const calendar = { zone: 'America/St_Johns', week: on('wed thu sun', '00:00-24:00') };
    expectDue(calendar, PREMIUM, '2006-10-28T23:15-03:30', '2006-11-01T00:00-03:30');
  });
});

describe('dates that never were', () => {
  it('Kwajalein had no Saturday 1993-08-21: Sunday is the next day', () => {
    // Friday 10:00-12:00 is 22:00Z; Sunday 10:00+12:00 is 22:00Z one day later.
    expectDue(always('Pacific/Kwajalein'), PREMIUM, '1993-08-20T10:00-12:00', '1993-08-22T10:00+12:00');
    expectElapsed(
      always('Pacific/Kwajalein'),
      '1993-08-20T10:00-12:00',
      '1993-08-22T10:00+12:00',
      '24:00:00',
    );
  });

  it('Kiritimati had no Saturday 1994-12-31: a weekend of one day', () => {
    const office = { zone: 'Pacific/Kiritimati', week: on(MON_FRI, '09:00-17:00') };
    expectDue(office, PREMIUM, '1994-12-30T10:00-10:00', '1995-01-02T10:00+14:00');
    expectElapsed(office, '1994-12-30T10:00-10:00', '1995-01-02T10:00+14:00', '8:00:00');
  });

  it('a night into the date that Samoa skipped ends in the morning after it', () => {
    // Thu 2011-12-29 22:00-10:00 is 08:00Z on the 30th; Fri 06:00 is moved forward by the 24 hours of the gap, to
    // Sat 06:00+14:00, 16:00Z: eight hours, which belong to Thursday. Received at Sat 05:00, due on Tuesday at
    // 05:00, in Monday's night: Friday's night never was, and the weekend has none.
    const nights = { zone: 'Pacific/Apia', week: on(MON_FRI, '22:00-06:00') };
    expectElapsed(nights, '2011-12-29T12:00-10:00', '2011-12-31T12:00+14:00', '8:00:00');
    expectDue(nights, PREMIUM, '2011-12-29T23:00-10:00', '2012-01-02T23:00+14:00');
    expectDue(nights, PREMIUM, '2011-12-31T05:00+14:00', '2012-01-03T05:00+14:00');
  });
});
