/** Golden cases, worked out by hand, that show what this environment's Intl, zones and locales get wrong. */
import { isProblem, LANGUAGES, type Language, zoneOf } from '#core';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { compileCalendar } from '#core/time/business-clock.ts';
import { dueTime } from '#core/time/due-at.ts';
import { decimalOf } from '#core/tracker/words.ts';
import type { SelfTestResult } from './sidebar/protocol.ts';

const DECIMALS: Partial<Record<Language, string>> = {
  de: ',',
  en: '.',
  es: ',',
  it: ',',
  ko: '.',
  'zh-CN': '.',
};

/** Local time of an instant: a zone's usual hour, its summer, a half hour, and a date line that moved. */
const WALLS: [zone: string, instant: string, wall: string][] = [
  ['Europe/Berlin', '2026-03-29T00:59:00Z', '2026-03-29 01:59'],
  ['Europe/Berlin', '2026-03-29T01:00:00Z', '2026-03-29 03:00'],
  ['America/New_York', '2026-11-01T06:00:00Z', '2026-11-01 01:00'],
  ['Asia/Kolkata', '2026-06-08T00:00:00Z', '2026-06-08 05:30'],
  ['Asia/Seoul', '2026-06-07T15:30:00Z', '2026-06-08 00:30'],
  ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31 00:00'],
];

/** Answers owed within one business day, Monday to Friday 09:00–17:00 in Berlin. */
const DUE: [received: string, due: string][] = [
  ['2026-06-05T14:00:00Z', '2026-06-08T14:00:00.000Z'],
  ['2026-06-06T09:00:00Z', '2026-06-09T07:00:00.000Z'],
  ['2026-03-27T15:00:00Z', '2026-03-30T14:00:00.000Z'],
];

export function selfTest(): SelfTestResult[] {
  return [
    ...LANGUAGES.filter((language) => DECIMALS[language] !== undefined).map((language) => ({
      name: `Intl ${language}`,
      expected: `0${DECIMALS[language]}5`,
      found: `0${decimalOf(language)}5`,
    })),
    ...WALLS.map(([zone, instant, wall]) => ({
      name: `${zone} ${instant}`,
      expected: wall,
      found: wallOf(zone, instant),
    })),
    ...DUE.map(([received, due]) => ({
      name: `Europe/Berlin +1 ${received}`,
      expected: due,
      found: dueOf(received),
    })),
  ];
}

function wallOf(name: string, instant: string): string {
  const zone = zoneOf(name);
  if (isProblem(zone)) return zone.code;
  const atMs = Date.parse(instant);
  return new Date(atMs + zone.offsetMs(atMs)).toISOString().slice(0, 16).replace('T', ' ');
}

function dueOf(received: string): string {
  const clock = compileCalendar({ zone: 'Europe/Berlin', week: serviceManagement.availability.week });
  if (isProblem(clock)) return clock.code;
  const found = dueTime(clock, Date.parse(received), { businessDays: 1 }, 'same-time');
  return isProblem(found) ? found.code : new Date(found).toISOString();
}
