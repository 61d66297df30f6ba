/** A timer that runs over midnight: each day gets its hours, once, in the engagement's zone, and is changed by itself. */
import { beforeEach, expect, test } from 'vitest';
import { openDirectory } from '#core';
import type { Activity } from '#core/engagement/schema.ts';
import { dateOfSerial } from '#core/tracker/rows.ts';
import { plainDirectory } from '../../support/plain-directory.ts';
import { stubStorage } from '../../support/storage-stub.ts';
import { storedTracker } from '../../support/stored-tracker.ts';

const { local, session } = stubStorage();
const { replaceDirectory } = await import('../../../extension/background/directory.ts');
const { wantedEntries } = await import('../../../extension/background/queue/wanted.ts');
const { logWork, startTimer, stopTimer, stopTimerOn, unlogWork } = await import(
  '../../../extension/background/work.ts'
);
const { additionsItem, timerItem } = await import('../../../extension/state/settings.ts');

const FACTS = {
  url: 'https://desk.example/tickets/1',
  reader: 'generic',
  language: null,
  id: { value: '1', source: 'url' as const },
  subject: null,
  requester: null,
  organisation: null,
  created: null,
  status: null,
  priority: null,
  assignee: null,
  messages: [],
  earlierMessages: 0,
  unread: [],
};
const BERLIN = directoryIn('Europe/Berlin');

function directoryIn(zone: string) {
  const directory = plainDirectory();
  return { ...directory, calendars: directory.calendars.map((calendar) => ({ ...calendar, zone })) };
}

async function run(from: string, until: string): Promise<void> {
  expect(await startTimer({ facts: FACTS, engagement: 'E-1' }, Date.parse(from))).toBe(null);
  expect(await stopTimer(true, Date.parse(until))).toBe(null);
}

const logged = async () => (await additionsItem.getValue()).activities;

/** The rows that would be written, as the sheet shows them. */
async function rows(directory = BERLIN): Promise<[date: string, hours: unknown][]> {
  const book = openDirectory(directory);
  if (Array.isArray(book)) throw new Error('the directory does not open');
  const tracker = storedTracker({ name: 'T', version: '1', directory, readMs: 0 });
  const entries = wantedEntries(await additionsItem.getValue(), [], { 'T-1': tracker }, book, 0);
  expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
  return entries.map(({ cells }) => [dateOfSerial(Number(cells.date)), cells.hours]);
}

beforeEach(async () => {
  local.kept.clear();
  session.kept.clear();
  await replaceDirectory(JSON.stringify(BERLIN));
});

// 22:00 and 24:00 in Berlin are 20:00 and 22:00 in Greenwich in summer, 21:00 and 23:00 in winter.
test.each([
  ['within a day', '2026-06-08T08:00Z', '2026-06-08T09:30Z', [['2026-06-08', 1.5]]],
  [
    'over midnight',
    '2026-06-08T20:00Z',
    '2026-06-09T00:15Z',
    [
      ['2026-06-08', 2],
      ['2026-06-09', 2.25],
    ],
  ],
  ['up to midnight sharp', '2026-06-08T20:00Z', '2026-06-08T22:00Z', [['2026-06-08', 2]]],
  // Ten minutes on either side: 0.333 h in all are 0.33; the first day is cut down to 0.16, the other has the rest.
  [
    'twenty minutes around midnight',
    '2026-06-08T21:50Z',
    '2026-06-08T22:10Z',
    [
      ['2026-06-08', 0.16],
      ['2026-06-09', 0.17],
    ],
  ],
  // Ten seconds are 0.003 h: nothing on the new day, and never a row of no hours.
  ['ten seconds past midnight', '2026-06-08T21:00Z', '2026-06-08T22:00:10Z', [['2026-06-08', 1]]],
  ['two seconds around midnight', '2026-06-08T21:59:59Z', '2026-06-08T22:00:01Z', [['2026-06-08', 0.01]]],
  [
    'three days',
    '2026-06-08T20:00Z',
    '2026-06-10T01:00Z',
    [
      ['2026-06-08', 2],
      ['2026-06-09', 24],
      ['2026-06-10', 3],
    ],
  ],
  // From Saturday 22:00: clocks go from 02:00 to 03:00 on Sunday, which has 23 hours; Monday begins at 22:00Z.
  [
    'the night on which an hour is left out',
    '2026-03-28T21:00Z',
    '2026-03-29T23:00Z',
    [
      ['2026-03-28', 2],
      ['2026-03-29', 23],
      ['2026-03-30', 1],
    ],
  ],
  // Clocks go from 03:00 back to 02:00 on Sunday, October 25, which has 25 hours, from 22:00Z to 23:00Z.
  [
    'the night on which an hour comes twice',
    '2026-10-24T20:00Z',
    '2026-10-26T00:00Z',
    [
      ['2026-10-24', 2],
      ['2026-10-25', 25],
      ['2026-10-26', 1],
    ],
  ],
])('%s', async (_, from, until, days) => {
  await run(from, until);
  expect(await rows()).toEqual(days);
  expect(await timerItem.getValue()).toBe(null);
});

test('it is the engagement’s midnight, not the browser’s', async () => {
  const seoul = directoryIn('Asia/Seoul');
  await replaceDirectory(JSON.stringify(seoul));
  // Midnight in Seoul is 15:00 in Greenwich.
  await run('2026-06-08T14:00Z', '2026-06-08T18:00Z');
  expect(await rows(seoul)).toEqual([
    ['2026-06-08', 1],
    ['2026-06-09', 3],
  ]);
});

test('one of the days is changed afterwards; the other stays as it ran', async () => {
  await run('2026-06-08T20:00Z', '2026-06-09T00:00Z');
  const [first, second] = (await logged()) as [Activity, Activity];
  const entry = {
    date: '2026-06-09',
    hours: 1.25,
    deliverable: null,
    method: null,
    note: 'Restored',
    weeklyCall: false,
  };
  const request = { facts: FACTS, engagement: 'E-1', id: second.id, entry };
  expect(await logWork(request, Date.parse('2026-06-09T08:00Z'))).toBe(null);
  expect(await logged()).toEqual([first, expect.objectContaining({ id: second.id, note: 'Restored' })]);
  expect(await rows()).toEqual([
    ['2026-06-08', 2],
    ['2026-06-09', 1.25],
  ]);
});

test('a page changes and removes what was logged on its own ticket, and nothing else that it names', async () => {
  await run('2026-06-08T08:00Z', '2026-06-08T09:30Z');
  const before = await logged();
  const [{ id }] = before as [Activity];
  const entry = {
    date: '2026-06-08',
    hours: 9,
    deliverable: null,
    method: null,
    note: '',
    weeklyCall: false,
  };
  const refused = { code: 'request-refused', values: { reason: 'address' } };
  const other = { ...FACTS, url: 'https://desk.example/tickets/2' };
  const change = { facts: other, engagement: 'E-1', id, entry };
  expect(await logWork(change, Date.parse('2026-06-09T08:00Z'))).toMatchObject(refused);
  expect(await unlogWork({ facts: other, id })).toMatchObject(refused);
  expect(await unlogWork({ facts: FACTS, id: 'somebody else’s' })).toMatchObject(refused);
  expect(await logged()).toEqual(before);
  expect(await unlogWork({ facts: FACTS, id })).toBe(null);
  expect(await logged()).toEqual([]);
});

test('a page of another site neither stops nor throws away the time that runs here', async () => {
  await startTimer({ facts: FACTS, engagement: 'E-1' }, Date.parse('2026-06-08T08:00Z'));
  const untilMs = Date.parse('2026-06-08T09:30Z');
  const refused = { code: 'request-refused', values: { reason: 'address' } };
  for (const keep of [true, false])
    for (const url of ['https://other.example/tickets/1', 'http://desk.example/tickets/1'])
      expect(await stopTimerOn(url, keep, untilMs)).toMatchObject(refused);
  expect(await timerItem.getValue()).toMatchObject({ url: FACTS.url });
  expect(await stopTimerOn('https://desk.example/tickets/2', true, untilMs)).toBe(null);
  expect(await logged()).toMatchObject([{ hours: 1.5 }]);
});

test('a timer that cannot start, for want of its engagement, ends none that runs elsewhere', async () => {
  await startTimer({ facts: FACTS, engagement: 'E-1' }, Date.parse('2026-06-08T08:00Z'));
  const other = { facts: { ...FACTS, url: 'https://other.example/tickets/1' }, engagement: 'E-none' };
  expect(await startTimer(other, Date.parse('2026-06-08T09:00Z'))).toMatchObject({ code: 'missing-entry' });
  expect(await timerItem.getValue()).toMatchObject({ url: FACTS.url });
  expect(await logged()).toEqual([]);
});

test('a background that ended before it forgot its timer logs the same days, not others beside them', async () => {
  await startTimer({ facts: FACTS, engagement: 'E-1' }, Date.parse('2026-06-08T20:00Z'));
  const timer = await timerItem.getValue();
  await stopTimer(true, Date.parse('2026-06-08T23:00Z'));
  await timerItem.setValue(timer);
  await stopTimer(true, Date.parse('2026-06-09T00:00Z'));
  expect(await rows()).toEqual([
    ['2026-06-08', 2],
    ['2026-06-09', 2],
  ]);
});
