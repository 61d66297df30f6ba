/** The engine's walls and instants against Intl, for every zone that the runtime knows. */
import { describe, expect, it } from 'vitest';
import { isProblem } from '#core/problem.ts';
import { zoneOf } from '#core/time/zone.ts';
import { clockOf, MINUTE, spans } from '../../support/oracle/expectations.ts';
import { DAY, dateHappened, instantOf, wallOf } from '../../support/oracle/wall-time.ts';

const ZONES = Intl.supportedValuesOf('timeZone');
/** Spread over 1900–2200 with steps that share no factor with a day, a week or a year. */
const SAMPLES = 80;
const FIRST = Date.UTC(1901, 0, 1);
const LAST = Date.UTC(2199, 11, 1);
const samples = Array.from(
  { length: SAMPLES },
  (_, i) => FIRST + Math.floor((i * (LAST - FIRST)) / SAMPLES / 1000) * 1000 + i * 7_919_000,
);

function zone(name: string) {
  const found = zoneOf(name, []);
  if (isProblem(found)) throw new Error(`${name}: ${found.code}`);
  return found;
}

/** Four hundred zones, on machines that do other things as well. */
const PATIENCE_MS = 60_000;

describe('offsets', { timeout: PATIENCE_MS }, () => {
  it(`agree with Intl in all ${ZONES.length} zones, from 1901 to 2199`, () => {
    const wrong: string[] = [];
    for (const name of ZONES) {
      const found = zone(name);
      for (const at of samples) {
        const offset = wallOf(name, at) - at;
        if (found.offsetMs(at) !== offset) wrong.push(`${name} at ${new Date(at).toISOString()}`);
      }
    }
    expect(wrong.slice(0, 10)).toEqual([]);
  });

  it('keep the name that was asked for', () => {
    expect(zone('Europe/Kyiv').name).toBe('Europe/Kyiv');
    expect(zone('UTC').offsetMs(0)).toBe(0);
  });

  it.each([
    '',
    'Nowhere',
    'Europe/Nowhere',
    'local',
    'system',
    'utc+2:00x',
    'Europe/Berlin ',
    '__proto__',
    'constructor',
  ])('are refused for %j', (name) => {
    expect(zoneOf(name, ['zone'])).toEqual({ code: 'zone-unknown', path: ['zone'], values: { zone: name } });
  });
});

describe('days', { timeout: PATIENCE_MS }, () => {
  const dates = ['1935-03-31', '1974-01-06', '2011-12-30', '2026-03-29', '2026-10-25', '2190-07-01'];
  const isoDate = (ms: number) => new Date(ms).toISOString().slice(0, 10);

  it('open and close at the wall times that Intl shows, in every zone', () => {
    const wrong: string[] = [];
    for (const zone of ZONES) {
      for (const date of dates) {
        const clock = clockOf({ zone, week: {}, overrides: [{ date, spans: spans('00:30-23:15') }] });
        const day = Date.parse(`${date}T00:00Z`);
        const opens = instantOf(zone, day + 30 * MINUTE);
        const closes = instantOf(zone, day + (23 * 60 + 15) * MINUTE);
        const happened = dateHappened(zone, day / DAY);
        const got = [opens - 1, opens, closes - 1, closes].map((at) => clock.isOpen(at));
        if (got.join() !== [false, happened, happened, false].join()) wrong.push(`${zone} ${date}: ${got}`);
        if (clock.localDateOf(closes) !== isoDate(wallOf(zone, closes)))
          wrong.push(`${zone} ${date}: local date`);
      }
    }
    expect(wrong.slice(0, 10)).toEqual([]);
  });
});
