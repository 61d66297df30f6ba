/** A working day of one background, which nobody ends: tickets, lists, the popup, the options, the tracker, rows written. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, trackerBench } from '../extension/sync/google.ts';
import { TOKEN } from '../sheets-addon/provision/account.ts';
import { waitForOverlay } from '../support/closed-shadow.ts';
import {
  chromiumProgram,
  type ExtensionBrowser,
  type ListenedPage,
  startExtension,
} from '../support/extension-browser.ts';
import { answerAsGoogle, consentAtOnce, watchWorkers } from '../support/google-in-browser.ts';
import { ourScripts } from '../support/our-script.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { TICKETS } from '../support/plain-tickets.ts';
import { heapOfBackground } from '../support/worker-heap.ts';

const chromiumTest = test.skipIf(!chromiumProgram);
const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const HOURS = 8;
const LIST_ROWS = 50;
/** Beyond what a heap's own book-keeping comes to; 3.6 kB for each minute of the day. */
const ROOM_BYTES = 1_500_000;

let dueline: ExtensionBrowser;
let bench: Bench;
let page: ListenedPage;
let options: ListenedPage;
let asOurScript: (expression: string) => Promise<string>;

beforeAll(async () => {
  if (!chromiumProgram) return;
  watchWorkers();
  bench = await trackerBench();
  dueline = await startExtension(TICKETS);
  await dueline.importDirectory(plainDirectory());
  options = await dueline.openOwn('options');
  await answerAsGoogle(options.context(), bench.google, TOKEN);
  await consentAtOnce(dueline.worker(), bench.id);
  await own({ type: 'trackers', action: { do: 'set-client', id: 'client-1', secret: '' } });
  await own({ type: 'trackers', action: { do: 'sign-in' } });
  page = await dueline.openTicket('1');
  await waitForOverlay(page);
  asOurScript = await ourScripts(page);
}, 5 * MINUTE_MS);
afterAll(async () => {
  await dueline?.close();
  await bench?.close();
});

/** Asks as one of the extension's own pages does; gives the kind of the answer. */
const own = (request: object) =>
  options.evaluate<string>(`chrome.runtime.sendMessage(${JSON.stringify(request)}).then(({ kind }) => kind)`);
/** The same as a script in the ticket page does. */
const fromPage = async (request: object) =>
  JSON.parse(
    await asOurScript(`chrome.runtime.sendMessage(${JSON.stringify(request)}).then(({ kind }) => kind)`),
  ) as string;

/** The background's clock, which goes on by as much as it is told. */
const passMinute = () =>
  dueline.worker().evaluate((ms) => {
    const own = globalThis as unknown as { shiftMs?: number; lives?: true };
    const real = Date.now;
    if (own.shiftMs === undefined) Date.now = () => real.call(Date) + own.shiftMs!;
    own.lives = true;
    own.shiftMs = (own.shiftMs ?? 0) + ms;
    return Date.now();
  }, MINUTE_MS);

function factsOf(number: number, nowMs: number) {
  const source = 'semantics';
  const at = (agoMinutes: number) => {
    const atMs = nowMs - agoMinutes * MINUTE_MS;
    return { fromMs: atMs, untilMs: atMs, zone: 'offset', shown: 'earlier' };
  };
  const person = { name: `Ana ${number}`, email: 'ana@acme.example' };
  return {
    url: `${dueline.base}/tickets/${number}`,
    reader: 'generic',
    language: 'en',
    id: { value: String(number), source },
    subject: { value: `Subject ${number}`, source },
    requester: { value: person, source },
    organisation: { value: 'Acme', source },
    created: { value: at(90), source },
    status: { value: { shown: 'Open', kind: 'open' }, source },
    priority: null,
    assignee: null,
    messages: [
      { role: 'customer', author: person, at: at(90), source },
      ...(number % 3 === 0 ? [{ role: 'staff', author: { name: 'Mira' }, at: at(30), source }] : []),
    ],
    earlierMessages: 0,
    unread: [],
  };
}

function rowsAt(first: number) {
  return Array.from({ length: LIST_ROWS }, (_, index) => ({
    url: `${dueline.base}/tickets/${first + index}`,
    id: String(first + index),
    subject: `Subject ${first + index}`,
    requester: { email: 'ana@acme.example' },
    organisation: 'Acme',
    status: { shown: 'Open', kind: 'open' },
    created: null,
    changed: null,
  }));
}

const ENTRY = { hours: 0.25, deliverable: null, method: 'e-mail', note: 'Call', weeklyCall: false };

/** One minute at the desk: another ticket, and what comes around less often. */
async function workMinute(minute: number): Promise<void> {
  const nowMs = await passMinute();
  const facts = factsOf(minute, nowMs);
  const every = (minutes: number) => minute % minutes === 0;
  expect(await fromPage({ type: 'ticket', facts, view: false })).toBe('verdict');
  if (every(2)) expect(await fromPage({ type: 'rows', rows: rowsAt(minute) })).toBe('rows');
  if (every(3)) expect(await own({ type: 'popup', url: facts.url, engagement: null })).toBe('popup');
  if (every(10)) expect(await own({ type: 'options' })).toBe('options');
  if (every(20)) {
    const entry = { ...ENTRY, date: new Date(nowMs).toISOString().slice(0, 10) };
    expect(await fromPage({ type: 'log', facts, engagement: 'E-1', id: null, entry })).toBe('done');
  }
  if (every(30)) bench.google.files.touch(bench.id);
  if (every(15)) expect(await own({ type: 'trackers', action: { do: 'read' } })).toBe('trackers');
}

async function workHours(from: number, hours: number): Promise<void> {
  for (let minute = 0; minute < hours * HOUR_MINUTES; minute++) await workMinute(from + minute);
}

/** The least of a few looks: what the last questions have left goes with the next ones. */
async function heap(): Promise<number> {
  const looks: number[] = [];
  for (let look = 0; look < 6; look++) {
    await own({ type: 'options' });
    looks.push(await heapOfBackground(page.context()));
  }
  return Math.min(...looks);
}

chromiumTest(
  'eight hours leave no memory behind, and a leak of five kilobytes a minute would be seen',
  { timeout: 15 * MINUTE_MS },
  async () => {
    await workHours(1, 1);
    const early = await heap();
    await workHours(1 + HOUR_MINUTES, HOURS - 1);
    const late = await heap();
    // It is the same one that began the day, and what was logged went its way.
    const lives = () => dueline.worker().evaluate(() => 'lives' in globalThis);
    expect(await lives()).toBe(true);
    expect(bench.google.onlyBook.titled('Activities').rows.length).toBeGreaterThan(HOURS * 2);
    expect(late - early, `${early} bytes after an hour, ${late} after eight`).toBeLessThan(ROOM_BYTES);

    await dueline.worker().evaluate(
      (minutes) => {
        (globalThis as unknown as { kept: unknown[] }).kept = Array.from({ length: minutes }, (_, minute) =>
          new Array(640).fill(minute + 0.5),
        );
      },
      (HOURS - 1) * HOUR_MINUTES,
    );
    expect((await heap()) - late).toBeGreaterThan(ROOM_BYTES);
    expect(page.said).toEqual([]);
  },
);
