/** Business time rests on its calendar alone: not on the machine's zone, its clock or its language. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isProblem } from '#core/problem.ts';
import { compileCalendar } from '#core/time/business-clock.ts';
import { dueAt } from '#core/time/due-at.ts';
import { at, MON_FRI, on, spans } from '../../support/oracle/expectations.ts';

/** The same questions to fresh clocks of awkward zones; everything that they answer, as text. */
function answers(): string {
  const zones = [
    'Europe/Berlin',
    'America/Sao_Paulo',
    'Pacific/Apia',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'UTC',
  ];
  const instants = [
    '2011-12-29T20:00Z',
    '2018-02-17T23:30-03:00',
    '2026-03-29T00:59Z',
    '2026-10-25T01:30Z',
    '1969-12-31T12:00Z',
  ].map(at);
  const told = zones.map((zone) => {
    const clock = compileCalendar({
      zone,
      week: { ...on(MON_FRI, '09:00-17:00'), sat: spans('22:00-06:00') },
      holidays: [{ date: '2026-03-30' }],
    });
    if (isProblem(clock)) throw new Error(clock.code);
    return instants.map((t) => [
      clock.isOpen(t),
      clock.nextOpen(t),
      clock.nextClose(t),
      clock.add(t, 36_000_000),
      clock.add(t, -36_000_000),
      clock.elapsed(t, t + 864_000_000),
      clock.localDateOf(t),
      clock.openBetween(t, t + 864_000_000),
      ...(['same-time', 'end-of-day', 'business-hours'] as const).map((by) =>
        dueAt(clock, t, { businessDays: 2 }, by),
      ),
    ]);
  });
  return JSON.stringify(told);
}

const ownZone = process.env.TZ;

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  if (ownZone === undefined) delete process.env.TZ;
  else process.env.TZ = ownZone;
});

describe('the machine’s zone', () => {
  it('changes nothing', () => {
    const told = answers();
    const walls = new Set<string>();
    for (const zone of ['America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Apia', 'Antarctica/Troll', 'UTC']) {
      process.env.TZ = zone;
      walls.add(new Date(0).toString());
      expect(answers(), zone).toBe(told);
    }
    expect(walls.size, 'the process did not change its zone, so this proves nothing').toBe(5);
  });
});

describe('the machine’s clock', () => {
  it('changes nothing, whatever it shows', () => {
    const told = answers();
    for (const now of ['1999-12-31T23:59Z', '2038-01-19T03:14Z']) {
      vi.useFakeTimers({ now: at(now) });
      expect(answers(), now).toBe(told);
    }
  });

  it('is not read', () => {
    const now = vi.spyOn(Date, 'now').mockImplementation(() => {
      throw new Error('Date.now was read');
    });
    expect(answers().length).toBeGreaterThan(1000);
    expect(now).not.toHaveBeenCalled();
  });
});

describe('the machine’s wall and language', () => {
  const local = [
    'getTimezoneOffset',
    'getHours',
    'getDate',
    'getDay',
    'getMonth',
    'getFullYear',
    'toLocaleString',
    'toLocaleDateString',
    'toLocaleTimeString',
  ] as const;

  it.each(local)('Date.prototype.%s is not asked', (method) => {
    const asked = vi.spyOn(Date.prototype, method);
    expect(answers().length).toBeGreaterThan(1000);
    expect(asked).not.toHaveBeenCalled();
  });
});
