import { describe, expect, it } from 'vitest';
import { isProblem } from '#core';
import { daysOffFromIcs } from '#core/holidays/from-ics.ts';

const YEAR_2026 = { from: '2026-01-01', until: '2026-12-31', kind: 'holiday' as const };

function calendar(...events: string[]): string {
  const body = events
    .map((event) => `BEGIN:VEVENT\r\nUID:${event.length}@example\r\n${event}\r\nEND:VEVENT`)
    .join('\r\n');
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//EN\r\n${body}\r\nEND:VCALENDAR\r\n`;
}

async function read(text: string, choice: Parameters<typeof daysOffFromIcs>[1] = YEAR_2026) {
  const reading = await daysOffFromIcs(text, choice);
  if (isProblem(reading)) throw new Error(reading.code);
  return reading;
}

describe('days off from an .ics file', () => {
  it('holiday-on-its-date: an all-day date is that date under every process zone', async () => {
    const { daysOff } = await read(calendar('DTSTART;VALUE=DATE:20260918\r\nSUMMARY:Independence Day'));
    expect(daysOff).toEqual([{ date: '2026-09-18', name: 'Independence Day', kind: 'holiday' }]);
  });

  it('an event over several days is off on each, its end exclusive', async () => {
    const { daysOff } = await read(
      calendar('DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261227\r\nSUMMARY:Closed'),
      { ...YEAR_2026, kind: 'closure' },
    );
    expect(daysOff.map(({ date, kind }) => [date, kind])).toEqual([
      ['2026-12-24', 'closure'],
      ['2026-12-25', 'closure'],
      ['2026-12-26', 'closure'],
    ]);
  });

  it('a yearly event comes back within the range, without the dates taken out', async () => {
    const { daysOff } = await read(
      calendar(
        'DTSTART;VALUE=DATE:20200501\r\nRRULE:FREQ=YEARLY\r\nEXDATE;VALUE=DATE:20270501\r\nSUMMARY:May Day',
      ),
      { from: '2026-01-01', until: '2028-12-31', kind: 'holiday' },
    );
    expect(daysOff.map(({ date }) => date)).toEqual(['2026-05-01', '2028-05-01']);
  });

  it('an event with a time of day is no day off, and is said to be left out', async () => {
    const reading = await read(
      calendar('DTSTART:20260610T090000Z\r\nDTEND:20260610T100000Z\r\nSUMMARY:Stand-up'),
    );
    expect(reading).toEqual({ daysOff: [], leftOut: ['Stand-up'] });
  });

  it('a cancelled event is none', async () => {
    const { daysOff } = await read(
      calendar('DTSTART;VALUE=DATE:20260918\r\nSTATUS:CANCELLED\r\nSUMMARY:Party'),
    );
    expect(daysOff).toEqual([]);
  });

  it('a daily event without an end from long ago is cut to the range, not followed for ever', async () => {
    const { daysOff } = await read(
      calendar('DTSTART;VALUE=DATE:20200101\r\nRRULE:FREQ=DAILY\r\nSUMMARY:Odd'),
      {
        from: '2026-01-01',
        until: '2026-01-02',
        kind: 'training',
      },
    );
    expect(daysOff.map(({ date }) => date)).toEqual(['2026-01-01', '2026-01-02']);
  });

  it.each(['', 'hello', '{"a":1}', 'BEGIN:VCALENDAR'])(
    'a text that is no calendar is a problem: %j',
    async (text) => {
      expect(await daysOffFromIcs(text, YEAR_2026)).toMatchObject({ code: 'value-invalid' });
    },
  );
});
