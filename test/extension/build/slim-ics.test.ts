/** What is shipped of the reader of .ics files reads them as the whole one does. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Rollup } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as whole from '#core/holidays/from-ics.ts';
import { slimIcs } from '../../../extension/build/slim-ics.ts';
import { ROOT } from '../../support/walk.ts';

const folder = mkdtempSync(join(tmpdir(), 'dueline-ics-'));
let shipped: typeof whole;
let code = '';

beforeAll(async () => {
  const built = (await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    plugins: [slimIcs()],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(ROOT, 'core', 'holidays', 'from-ics.ts'), formats: ['es'] },
      rollupOptions: { output: { inlineDynamicImports: true } },
    },
  })) as Rollup.RollupOutput[];
  code = built[0]!.output[0].code;
  const path = join(folder, 'from-ics.mjs');
  writeFileSync(path, code);
  shipped = await import(pathToFileURL(path).href);
}, 3 * 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) =>
  calendar('BEGIN:VEVENT', 'UID:1', 'SUMMARY:Day off', ...lines, 'END:VEVENT');

const FILES = {
  once: event('DTSTART;VALUE=DATE:20260918'),
  'over several days': event('DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20270102'),
  'by its duration': event('DTSTART;VALUE=DATE:20260504', 'DURATION:P3D'),
  'each year': event('DTSTART;VALUE=DATE:20200614', 'RRULE:FREQ=YEARLY'),
  'each last Monday of May': event('DTSTART;VALUE=DATE:20200525', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO'),
  'each month, with days left out and added': event(
    'DTSTART;VALUE=DATE:20260115',
    'RRULE:FREQ=MONTHLY;COUNT=6',
    'EXDATE;VALUE=DATE:20260315,20260415',
    'RDATE;VALUE=DATE:20260401',
  ),
  'with periods': event('DTSTART:20260115T100000Z', 'RDATE;VALUE=PERIOD:20260401T100000Z/PT2H'),
  'until a date, weekly': event('DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=WEEKLY;UNTIL=20260202;WKST=SU'),
  'with a time of day, in a zone of its own': calendar(
    ...['BEGIN:VTIMEZONE', 'TZID:Home', 'BEGIN:STANDARD', 'DTSTART:19701025T030000'],
    ...['TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'END:STANDARD', 'END:VTIMEZONE'],
    ...['BEGIN:VEVENT', 'UID:2', 'SUMMARY:Meeting', 'DTSTART;TZID=Home:20260504T090000', 'END:VEVENT'],
  ),
  'with an attachment, an alarm and folded, escaped text': event(
    'ATTACH;ENCODING=BASE64;VALUE=BINARY:AAEC',
    'DESCRIPTION:one\\, two\\; three\\nfour and',
    '  more',
    'DTSTART;VALUE=DATE:20260918',
    'BEGIN:VALARM',
    'TRIGGER:-PT15M',
    'END:VALARM',
  ),
  'called off': event('STATUS:CANCELLED', 'DTSTART;VALUE=DATE:20260918'),
  moved: calendar(
    ...['BEGIN:VEVENT', 'UID:3', 'SUMMARY:Fair', 'DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=DAILY;COUNT=2'],
    ...['END:VEVENT', 'BEGIN:VEVENT', 'UID:3', 'RECURRENCE-ID;VALUE=DATE:20260106', 'SUMMARY:Fair'],
    ...['DTSTART;VALUE=DATE:20260109', 'END:VEVENT'],
  ),
  'with a date that is none': event('DTSTART;VALUE=DATE:2026-18-99'),
  'broken off': 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART',
  'an address card': 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nBDAY:1970-01-01\r\nEND:VCARD\r\n',
};

test.each(Object.entries(FILES))('a file with a day off %s is read as by the whole', async (_, text) => {
  const choice = { from: '2026-01-01', until: '2027-12-31', kind: 'holiday' } as const;
  expect(await shipped.daysOffFromIcs(text, choice)).toEqual(await whole.daysOffFromIcs(text, choice));
});

test('what they are is read, not only equal: the last Mondays of May, and a holiday once', async () => {
  const choice = { from: '2026-01-01', until: '2027-12-31', kind: 'holiday' } as const;
  const datesOf = async (name: keyof typeof FILES) => {
    const reading = await shipped.daysOffFromIcs(FILES[name], choice);
    return 'daysOff' in reading ? reading.daysOff.map(({ date }) => date) : reading;
  };
  expect(await datesOf('each last Monday of May')).toEqual(['2026-05-25', '2027-05-31']);
  expect(await datesOf('by its duration')).toEqual(['2026-05-04', '2026-05-05', '2026-05-06']);
});

test('address cards and what writes files are not shipped', () => {
  expect(['sort-string', 'BINARY', 'foldLength'].filter((mark) => code.includes(mark))).toEqual([]);
});
