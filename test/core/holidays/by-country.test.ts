import { describe, expect, it } from 'vitest';
import { isProblem } from '#core';
import { type HolidayChoice, holidayPlaces, holidaysByCountry } from '#core/holidays/by-country.ts';

const NINE_TO_FIVE = [{ from: '09:00', to: '17:00' }];
const WEEK = {
  mon: NINE_TO_FIVE,
  tue: NINE_TO_FIVE,
  wed: NINE_TO_FIVE,
  thu: NINE_TO_FIVE,
  fri: NINE_TO_FIVE,
};

async function chosen(choice: Partial<HolidayChoice> & { country: string; firstYear: number }) {
  const found = await holidaysByCountry({ lastYear: choice.firstYear, language: 'en', ...choice }, WEEK);
  if (isProblem(found)) throw new Error(found.code);
  return found;
}

describe('holidays by country and region', () => {
  it('keeps the dates and the names of the place', async () => {
    // The Bavarian public holidays of 2026 by the state's own law: nine of them fall on a weekday.
    const { holidays } = await chosen({ country: 'DE', state: 'BY', firstYear: 2026, language: 'de' });
    expect(holidays.map(({ date, name }) => [date, name])).toEqual([
      ['2026-01-01', 'Neujahr'],
      ['2026-01-06', 'Heilige Drei Könige'],
      ['2026-04-03', 'Karfreitag'],
      ['2026-04-06', 'Ostermontag'],
      ['2026-05-01', 'Maifeiertag'],
      ['2026-05-14', 'Christi Himmelfahrt'],
      ['2026-05-25', 'Pfingstmontag'],
      ['2026-06-04', 'Fronleichnam'],
      ['2026-10-03', 'Tag der Deutschen Einheit'],
      ['2026-11-01', 'Allerheiligen'],
      ['2026-12-25', '1. Weihnachtstag'],
      ['2026-12-26', '2. Weihnachtstag'],
    ]);
  });

  it('a region has what its country has not', async () => {
    const bavaria = await chosen({ country: 'DE', state: 'BY', firstYear: 2026 });
    const berlin = await chosen({ country: 'DE', state: 'BE', firstYear: 2026 });
    const isCorpusChristi = ({ date }: { date: string }) => date === '2026-06-04';
    expect(bavaria.holidays.some(isCorpusChristi)).toBe(true);
    expect(berlin.holidays.some(isCorpusChristi)).toBe(false);
  });

  it('the observed day is off beside the date itself', async () => {
    // 2027-07-04 is a Sunday; the United States observe it on Monday the 5th.
    const { holidays } = await chosen({ country: 'US', firstYear: 2027 });
    const july = holidays.filter(({ date }) => date.startsWith('2027-07'));
    expect(july.map(({ date }) => date)).toEqual(['2027-07-04', '2027-07-05']);
  });

  it('a holiday that begins at one in the afternoon leaves the morning', async () => {
    // Icelandic law: Christmas Eve is a holiday from 13:00 on; 2026-12-24 is a Thursday.
    const { halfDays } = await chosen({ country: 'IS', firstYear: 2026 });
    expect(halfDays.map(({ date, spans }) => [date, spans])).toContainEqual([
      '2026-12-24',
      [{ from: '09:00', to: '13:00' }],
    ]);
  });

  it('a country nobody knows is a problem that names it', async () => {
    const found = await holidaysByCountry(
      { country: 'XX', firstYear: 2026, lastYear: 2026, language: 'en' },
      WEEK,
    );
    expect(found).toMatchObject({ code: 'missing-entry', values: { id: 'XX' } });
  });

  it('offers countries, states and regions to choose from', async () => {
    expect((await holidayPlaces('de')).DE).toBe('Deutschland');
    expect((await holidayPlaces('de', 'DE')).BY).toBe('Bayern');
    expect(Object.keys(await holidayPlaces('de', 'DE', 'BY'))).toContain('A');
  });
});
