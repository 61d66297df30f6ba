/** One instant in many zones, offsets at :30 and :45 and with seconds, changes for good; the comments say how. */
import { describe, it } from 'vitest';
import {
  DAILY,
  expectAdd,
  expectDue,
  expectElapsed,
  MON_FRI,
  on,
  PREMIUM,
} from '../../../support/oracle/expectations.ts';

const weekdays = (zone: string) => ({ zone, week: on(MON_FRI, '09:00-17:00') });
const always = (zone: string) => ({ zone, week: on(DAILY, '00:00-24:00') });

describe('one message, Friday 2026-06-05T08:30Z, and the due times of seven customers', () => {
  it.each([
    ['Pacific/Kiritimati', '2026-06-09T09:00+14:00', '22:30, closed: counts from Monday'],
    ['Australia/Sydney', '2026-06-09T09:00+10:00', '18:30, closed: counts from Monday'],
    ['Asia/Kathmandu', '2026-06-08T14:15+05:45', '14:15, open'],
    ['Asia/Kolkata', '2026-06-08T14:00+05:30', '14:00, open'],
    ['Africa/Johannesburg', '2026-06-08T10:30+02:00', '10:30, open'],
    ['America/New_York', '2026-06-08T09:00-04:00', '04:30, closed: counts from 09:00 of the same day'],
    ['Pacific/Pago_Pago', '2026-06-08T09:00-11:00', 'Thursday 21:30, closed: counts from Friday'],
  ])('%s: %s (there it is %s)', (zone, due) => {
    expectDue(weekdays(zone), PREMIUM, '2026-06-05T08:30Z', due);
  });
});

describe('offsets at :30 and :45', () => {
  it('a week that starts on Sunday, at +05:45', () => {
    // Nepal works from Sunday to Friday; Saturday is the one free day.
    const kathmandu = { zone: 'Asia/Kathmandu', week: on('sun mon tue wed thu fri', '10:00-17:00') };
    expectDue(kathmandu, PREMIUM, '2026-06-12T16:00+05:45', '2026-06-14T16:00+05:45');
  });

  it('six days a week, at +05:30', () => {
    // Half an hour until Saturday 18:30, the other half from Monday 09:30.
    const kolkata = { zone: 'Asia/Kolkata', week: on('mon tue wed thu fri sat', '09:30-18:30') };
    expectAdd(kolkata, '2026-06-13T18:00+05:30', '1:00:00', '2026-06-15T10:00+05:30');
  });

  it('the close at +08:45 is a quarter past eight in UTC', () => {
    expectDue(weekdays('Australia/Eucla'), PREMIUM, '2026-06-05T08:14:59Z', '2026-06-08T16:59:59+08:45');
    expectDue(weekdays('Australia/Eucla'), PREMIUM, '2026-06-05T08:15:00Z', '2026-06-09T09:00+08:45');
  });

  it('Chatham changes at a quarter to three', () => {
    // 02:45+12:45 became 03:45+13:45: 02:00–04:00 lasts one hour, and 03:00 of that day is 04:00.
    const night = { zone: 'Pacific/Chatham', week: on(DAILY, '02:00-04:00') };
    expectElapsed(night, '2026-09-26T12:00+12:45', '2026-09-27T12:00+13:45', '1:00:00');
    expectDue(always('Pacific/Chatham'), PREMIUM, '2026-09-26T03:00+12:45', '2026-09-27T04:00+13:45');
  });
});

describe('zones that changed their offset for good', () => {
  it('Nepal, a quarter of an hour at the new year of 1986', () => {
    // Two days of 24 hours less the 15 minutes from 00:00 to 00:15.
    expectElapsed(always('Asia/Kathmandu'), '1985-12-31T00:00+05:30', '1986-01-02T00:00+05:45', '47:45:00');
  });

  it('Venezuela, half an hour on a Sunday night of 2016', () => {
    expectDue(weekdays('America/Caracas'), PREMIUM, '2016-04-29T10:00-04:30', '2016-05-02T10:00-04:00');
    expectElapsed(weekdays('America/Caracas'), '2016-04-29T10:00-04:30', '2016-05-02T10:00-04:00', '8:00:00');
  });

  it('North Korea, half an hour back in 2015 and on again in 2018', () => {
    // Sat 2015-08-15 00:00 went back to Fri 23:30; Fri 2018-05-04 23:30 went on to Sat 00:00.
    expectElapsed(always('Asia/Pyongyang'), '2015-08-14T00:00+09:00', '2015-08-15T00:00+08:30', '24:30:00');
    expectElapsed(always('Asia/Pyongyang'), '2018-05-04T00:00+08:30', '2018-05-05T00:00+09:00', '23:30:00');
  });

  it('Liberia, 44 minutes and 30 seconds in 1972', () => {
    // Thursday 10:00-00:44:30 is 10:44:30Z; Friday 10:00 is 10:00Z, the day being shorter by as much.
    expectDue(weekdays('Africa/Monrovia'), PREMIUM, '1972-01-06T10:44:30Z', '1972-01-07T10:00:00Z');
    expectElapsed(weekdays('Africa/Monrovia'), '1972-01-06T10:44:30Z', '1972-01-07T10:00:00Z', '8:00:00');
  });
});

describe('before 1970', () => {
  it('over the first instant of computers', () => {
    // Wed 1969-12-31 16:00 to Thu 1970-01-01 16:00 (no holiday is listed); −9 h and 15 h around the epoch.
    expectDue(weekdays('Europe/Berlin'), PREMIUM, '1969-12-31T16:00+01:00', '1970-01-01T16:00+01:00');
    expectElapsed(always('UTC'), '1969-12-31T23:59:59.999Z', '1970-01-01T00:00:00.001Z', '0:00:00.002');
  });

  it('while Britain kept summer time through the winter', () => {
    expectDue(weekdays('Europe/London'), PREMIUM, '1970-01-02T10:00+01:00', '1970-01-05T10:00+01:00');
  });

  it('double summer time: London 1941, Berlin 1945', () => {
    // London went from +01:00 to +02:00 on Sunday 1941-05-04; Berlin from +02:00 to +03:00 on Thursday 1945-05-24.
    expectDue(weekdays('Europe/London'), PREMIUM, '1941-05-02T10:00+01:00', '1941-05-05T10:00+02:00');
    expectDue(weekdays('Europe/Berlin'), PREMIUM, '1945-05-23T10:00+02:00', '1945-05-24T10:00+03:00');
    expectElapsed(weekdays('Europe/Berlin'), '1945-05-23T10:00+02:00', '1945-05-24T10:00+03:00', '8:00:00');
  });

  it('the first summer time of New York, 1918', () => {
    expectElapsed(always('America/New_York'), '1918-03-31T00:00-05:00', '1918-04-01T00:00-04:00', '23:00:00');
  });
});
