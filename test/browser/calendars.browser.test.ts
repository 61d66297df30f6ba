/** Calendars and readings in the options, in real Chromium: what a year holds, days brought in, examples. */
import { expect } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import type { ListenedPage } from '../support/extension-browser.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const NINE_TO_FIVE = [{ from: '09:00', to: '17:00' }];
const WEEK = {
  mon: NINE_TO_FIVE,
  tue: NINE_TO_FIVE,
  wed: NINE_TO_FIVE,
  thu: NINE_TO_FIVE,
  fri: NINE_TO_FIVE,
};

function directory() {
  const plain = plainDirectory();
  const calendar = {
    id: 'munich',
    name: 'Munich <b>office</b>',
    zone: 'Europe/Berlin',
    week: WEEK,
    holidays: [{ date: '2026-05-01', name: 'May Day' }],
    overrides: [{ date: '2026-12-24', name: 'Half day', spans: [{ from: '09:00', to: '12:00' }] }],
  };
  return { ...plain, calendars: [calendar, ...plain.calendars] };
}

const dueline = useExtension();

/** The options with the year 2026 of the office in Munich. */
async function openYear(): Promise<ListenedPage> {
  await dueline.importDirectory(directory());
  const options = await dueline.openOwn('options');
  const year = options.locator('#calendars').getByLabel('Year');
  await year.fill('2026');
  await year.press('Enter');
  await options.locator('time[datetime="2026-05-01"]').waitFor();
  return options;
}

const daysOf = (options: ListenedPage) => options.locator('[data-part=days] li').allInnerTexts();

chromiumTest(
  'a year shows its holidays and half days with their names, and a day can be taken out',
  async () => {
    const options = await openYear();
    expect((await daysOf(options)).map((text) => text.replaceAll('\n', ' '))).toEqual([
      expect.stringContaining('May Day'),
      expect.stringContaining('Half day · 09:00–12:00'),
    ]);
    // 1 January 2026 is a Thursday: three empty cells before it.
    const january = options.locator('.month').first();
    expect(await january.locator('tbody tr').first().locator('td').allInnerTexts()).toEqual([
      ...['', '', '', '1', '2', '3', '4'],
    ]);
    await options.locator('[data-part=days] button').first().click();
    await expect.poll(() => daysOf(options)).toHaveLength(1);
    // The way back is right there.
    const said = options.locator('#calendars > [role=status]');
    expect(await said.innerText()).toBe('May 1, 2026 is out. Undo the last change');
    await said.getByRole('button').click();
    await expect.poll(() => daysOf(options)).toHaveLength(2);
    await expect.poll(() => said.innerText()).toBe('The directory from before is in use again.');
  },
);

chromiumTest(
  'the public holidays of Bavaria come in beside what was there, after they were shown',
  async () => {
    const options = await openYear();
    await options.locator('[data-part=add-country] summary').click();
    const places = options.locator('[data-part=add-country] select');
    await places.first().selectOption('DE');
    await places.nth(1).selectOption('BY');
    await options.getByRole('button', { name: 'Show those of 2026 and 2027' }).click();
    const found = options.locator('[data-part=found-days]');
    await found.locator('time[datetime="2026-01-06"]').waitFor();
    expect(await daysOf(options)).toHaveLength(2);
    await found.getByRole('button', { name: 'Add them' }).click();
    // Epiphany and Corpus Christi are holidays in Bavaria: 6 January and 4 June 2026.
    await options.locator('[data-part=days] time[datetime="2026-01-06"]').waitFor();
    const dates = await options
      .locator('[data-part=days] time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
    expect(dates).toContain('2026-06-04');
    expect((await daysOf(options)).join()).toContain('May Day');
    expect((await daysOf(options)).join()).not.toContain('Labour Day');
  },
);

const ICS = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', 'BEGIN:VEVENT', 'UID:1'],
  ...['DTSTART;VALUE=DATE:20260918', 'SUMMARY:Works <i>outing</i>', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:2'],
  ...['DTSTART:20260919T100000Z', 'SUMMARY:Meeting', 'END:VEVENT', 'END:VCALENDAR', ''],
].join('\r\n');

chromiumTest(
  'an .ics file brings its all-day events, says what it leaves out, and another file is refused',
  async () => {
    const options = await openYear();
    await options.locator('[data-part=add-ics] summary').click();
    const field = options.locator('[data-part=add-ics] input[type=file]');
    const file = (name: string, text: string) => ({
      name,
      mimeType: 'text/calendar',
      buffer: Buffer.from(text),
    });
    await field.setInputFiles(file('broken.ics', 'no calendar'));
    await options.getByText('broken.ics is not a calendar file').waitFor();
    await field.setInputFiles(file('team.ics', ICS));
    const found = options.locator('[data-part=found-days]');
    await found.getByText('Works <i>outing</i>').waitFor();
    expect(await found.getByRole('status').innerText()).toBe(
      '1 day would be added. 1 event with a time of day is left out.',
    );
    await found.getByRole('button', { name: 'Add them' }).click();
    await options.locator('[data-part=days] time[datetime="2026-09-18"]').waitFor();
  },
);

chromiumTest('a day typed in with hours of its own is kept with them', async () => {
  const options = await openYear();
  await options.locator('[data-part=add-hand] summary').click();
  await options.getByLabel('Date').fill('2026-12-31');
  await options.getByLabel('Kind').selectOption('hours of its own');
  await options.getByLabel('Name', { exact: true }).fill('Silvester');
  await options.locator('[data-part=add-hand]').getByRole('button').click();
  await options.getByRole('button', { name: 'Add them' }).click();
  await options.locator('[data-part=days]').getByText('Silvester · 09:00–12:00').waitFor();
  expect(await daysOf(options)).toHaveLength(3);
});

chromiumTest('each reading is worked out on the example, and choosing one holds everywhere', async () => {
  await dueline.importDirectory(directory());
  const options = await dueline.openOwn('options');
  const readings = options.locator('[data-part=reading-business-day] .reading');
  await readings.first().waitFor();
  const examples = await readings.locator('.example').allInnerTexts();
  // Received on Thursday at 16:50 and at 18:00, where the office closes at 17:00 and on weekends.
  const ends = [
    [/Thu.*16:50: due Fri.*16:50\.$/, /Thu.*18:00: due Mon.*09:00\.$/],
    [/Thu.*16:50: due Fri.*17:00\.$/, /Thu.*18:00: due Mon.*17:00\.$/],
    [/Thu.*16:50: due Fri.*16:50\.$/, /Thu.*18:00: due Fri.*17:00\.$/],
  ].flat();
  expect(examples).toHaveLength(ends.length);
  for (const [index, end] of ends.entries()) expect(examples[index]).toMatch(end);
  await options.getByLabel('at the close of the next business day').click();
  await options.getByText('Changed, in every open tab too.').waitFor();
  const again = await dueline.openOwn('options');
  await expect.poll(() => again.getByLabel('at the close of the next business day').isChecked()).toBe(true);
});

chromiumTest.each([
  ['light', 'en', 1200],
  ['dark', 'de', 320],
  ['light', 'zh-CN', 320],
] as const)(
  'axe finds nothing, and nothing is cut off: %s, %s, %i px',
  async (colorScheme, language, width) => {
    const options = await openYear();
    await options.emulateMedia({ colorScheme });
    await options.setViewportSize({ width, height: 800 });
    await options.selectOption('#language', language);
    await options.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
    for (const way of ['country', 'ics', 'hand']) {
      await options.locator(`[data-part=add-${way}] summary`).click();
      expect(await axeFindings(options)).toEqual([]);
      expect(await options.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await options.selectOption('#language', '');
  },
);

chromiumTest('in forced colours each kind of day still looks otherwise than the others', async () => {
  const [office, ...others] = directory().calendars;
  const holidays = [
    ...(office?.holidays ?? []),
    { date: '2026-06-15', name: 'Course', kind: 'training' },
    { date: '2026-07-01', name: 'Moving', kind: 'closure' },
  ];
  await dueline.importDirectory({ ...directory(), calendars: [{ ...office, holidays }, ...others] });
  const options = await dueline.openOwn('options');
  const year = options.locator('#calendars').getByLabel('Year');
  await year.fill('2026');
  await year.press('Enter');
  await options.locator('time[datetime="2026-07-01"]').waitFor();
  await options.emulateMedia({ forcedColors: 'active' });
  const looks = (of: string) =>
    options.evaluate<string[]>(`[...new Set([...document.querySelectorAll('${of}')].map((day) => {
      const { color, outlineStyle, textDecorationLine, borderBottomWidth, backgroundColor, borderRadius } =
        getComputedStyle(day);
      const text = day.textContent === '' ? [backgroundColor, borderBottomWidth] : [color, textDecorationLine];
      return [outlineStyle, borderRadius, ...text].join(' ');
    }))]`);
  // Open, closed, holiday, training, closed for a day, hours of its own.
  expect(await looks('.legend .day')).toHaveLength(6);
  expect(await looks('.month td.day')).toHaveLength(6);
});
