/** The list of days that move, against the collection that works each of them out. */
import Holidays from 'date-holidays';
import { expect, test } from 'vitest';
import listed from '../../../extension/build/moving-days.json' with { type: 'json' };
import { notListed } from '../../../extension/build/moving-days.ts';

const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;
const DAY_MS = 86_400_000;
/** No year of any calendar is shorter. */
const SHORTEST_YEAR = 353;

/** The anchor day of each calendar and month, in the collection's words. */
const RULES: Record<string, string> = {
  ...lunar('chinese', ['1-0', '1-1', '1-2', '1-3', '1-4', '1-15', '2-2', '2-19', '3-15', '3-23', '4-8']),
  ...lunar('chinese', ['5-5', '5-13', '7-7', '7-15', '8-15', '8-16', '9-9', '10-15']),
  'chinese 5-1': 'chinese 5-01 solarterm',
  ...lunar('korean', ['1-1', '4-8', '8-14']),
  ...lunar('vietnamese', ['1-1', '1-5', '1-15', '3-10', '4-15', '5-5', '7-15', '8-15', '12-23']),
  'december GMT': 'december solstice',
  'june America/Santiago': 'june solstice in America/Santiago',
  'march +09:00': 'march equinox in +09:00',
  'september +09:00': 'september equinox in +09:00',
  ...numbered('bengali-revised', [1, 4, 9, 11, 12]),
  ...numbered('julian', [1, 6, 8, 12]),
  ...named('hebrew', {
    ...{ 1: 'Nisan', 2: 'Iyyar', 3: 'Sivan', 4: 'Tamuz', 5: 'Av', 7: 'Tishrei', 8: 'Cheshvan', 9: 'Kislev' },
    ...{ 10: 'Tevet', 11: 'Shvat', 12: 'AdarII' },
  }),
  ...named('islamic', {
    ...{ 1: 'Muharram', 2: 'Safar', 3: 'Rabi al-awwal', 6: 'Jumada al-thani', 7: 'Rajab', 8: 'Shaban' },
    ...{ 9: 'Ramadan', 10: 'Shawwal', 12: 'Dhu al-Hijjah' },
  }),
  ...named('jalaali', { 1: 'Farvardin', 3: 'Khordad', 11: 'Bahman', 12: 'Esfand' }),
};

function lunar(calendar: string, days: string[]) {
  return Object.fromEntries(
    days.map((day) => [`${calendar} ${day}`, `${calendar} ${day.replace('-', '-0-')}`]),
  );
}

function numbered(calendar: string, months: number[]) {
  return Object.fromEntries(months.map((month) => [`${calendar} ${month}`, `${calendar} ${pad(month)}-15`]));
}

function named(calendar: string, months: Record<number, string>) {
  return Object.fromEntries(
    Object.entries(months).map(([month, name]) => [`${calendar} ${month}`, `15 ${name}`]),
  );
}

function pad(month: number): string {
  return String(month).padStart(2, '0');
}

test('the list is what the whole collection works out; `vitest -u` writes it anew', {
  timeout: 3 * 60_000,
}, async () => {
  const collection = new Holidays();
  collection.setTimezone('UTC');
  for (const [key, rule] of Object.entries(RULES)) collection.setHoliday(rule, key);
  const found = new Map(Object.keys(RULES).map((key) => [key, [] as number[]]));
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    for (const { name, date } of collection.getHolidays(year)) {
      found.get(name)!.push(Date.parse(date.slice(0, 10)) / DAY_MS);
    }
  }
  const list = Object.fromEntries([...found].map(([key, days]) => [key, inGaps([...new Set(days)])]));
  await expect(`${JSON.stringify(list, null, 2)}\n`).toMatchFileSnapshot(
    '../../../extension/build/moving-days.json',
  );
});

test('every rule that the list serves is known by it, and what it does not know stops the build', () => {
  expect(notListed(Object.values(RULES))).toEqual([]);
  expect(Object.keys(listed)).toEqual(Object.keys(RULES));
  expect(notListed(['substitutes chinese 11-0-01 if Sunday then next Monday', '12-25'])).toEqual([
    'substitutes chinese 11-0-01 if Sunday then next Monday',
  ]);
});

/** `1970-02-20 1v11…`: the first day, then how many days each next one is after it, beyond the shortest year. */
function inGaps(days: readonly number[]): string {
  const sorted = [...days].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((day, index) => (day - sorted[index]! - SHORTEST_YEAR).toString(36));
  return `${new Date(sorted[0]! * DAY_MS).toISOString().slice(0, 10)} ${gaps.join('')}`;
}
