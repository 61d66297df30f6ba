/** The collection of holidays as it is shipped gives the dates and names of the whole one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Rollup } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as whole from '#core/holidays/by-country.ts';
import { slimHolidays } from '../../../extension/build/slim-holidays.ts';
import { ROOT } from '../../support/walk.ts';

const folder = mkdtempSync(join(tmpdir(), 'dueline-holidays-'));
let shipped: typeof whole;

beforeAll(async () => {
  const built = (await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    plugins: [slimHolidays()],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(ROOT, 'core', 'holidays', 'by-country.ts'), formats: ['es'] },
      rollupOptions: { output: { inlineDynamicImports: true } },
    },
  })) as Rollup.RollupOutput[];
  const path = join(folder, 'by-country.mjs');
  writeFileSync(path, built[0]!.output[0].code);
  shipped = await import(pathToFileURL(path).href);
}, 3 * 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WEEK = { thu: [{ from: '09:00', to: '17:00' }], fri: [{ from: '09:00', to: '17:00' }] };

test('every country has the same public holidays, under the same names', {
  timeout: 3 * 60_000,
}, async () => {
  const countries = Object.keys(await whole.holidayPlaces('en'));
  expect(countries.length).toBeGreaterThan(150);
  expect(await shipped.holidayPlaces('en')).toEqual(await whole.holidayPlaces('en'));
  const languages = ['de', 'en', 'es', 'it', 'ko', 'zh'];
  for (const [index, country] of countries.entries()) {
    const language = languages[index % languages.length]!;
    const choice = { country, language, firstYear: 2026, lastYear: 2028 };
    expect(await shipped.holidaysByCountry(choice, WEEK), country).toEqual(
      await whole.holidaysByCountry(choice, WEEK),
    );
  }
});

test.each(['CN', 'HK', 'JP', 'KR', 'MY', 'SG', 'TW', 'VN'])(
  'where sun and moon decide, the dates are the same far ahead: %s',
  async (country) => {
    const choice = { country, language: 'en', firstYear: 2024, lastYear: 2045 };
    expect(await shipped.holidaysByCountry(choice, {})).toEqual(await whole.holidaysByCountry(choice, {}));
  },
);

test('every state and region has the same dates, though no day that is worked is shipped', {
  timeout: 3 * 60_000,
}, async () => {
  const datesOf = (found: Awaited<ReturnType<typeof whole.holidaysByCountry>>) =>
    'code' in found ? [] : [...found.holidays, ...found.halfDays].map(({ date }) => date);
  const choices = await placesOf('en');
  expect(choices.length).toBeGreaterThan(400);
  for (const place of choices) {
    const choice = { ...place, language: 'en', firstYear: 2026, lastYear: 2026 };
    const dates = datesOf(await whole.holidaysByCountry(choice, WEEK));
    expect(datesOf(await shipped.holidaysByCountry(choice, WEEK)), JSON.stringify(place)).toEqual(dates);
  }
});

test.each([
  ['AU', 'en'],
  ['CA', 'en'],
  ['CH', 'de'],
  ['DE', 'de'],
  ['ES', 'es'],
  ['GB', 'en'],
  ['IT', 'it'],
  ['US', 'en'],
])('the states of %s have their own names for them too', async (country, language) => {
  for (const place of (await placesOf(language)).filter((one) => one.country === country)) {
    const choice = { ...place, language, firstYear: 2027, lastYear: 2027 };
    expect(await shipped.holidaysByCountry(choice, WEEK)).toEqual(
      await whole.holidaysByCountry(choice, WEEK),
    );
  }
});

/** Every state of every country, and every region of each. */
async function placesOf(language: string) {
  const places: { country: string; state: string; region?: string }[] = [];
  for (const country of Object.keys(await whole.holidayPlaces(language))) {
    for (const state of Object.keys(await whole.holidayPlaces(language, country))) {
      places.push({ country, state });
      const regions = Object.keys(await whole.holidayPlaces(language, country, state));
      places.push(...regions.map((region) => ({ country, state, region })));
    }
  }
  return places;
}
