/** Each state of the overlay: what it says of it, and that axe finds nothing in it, nor in its forms. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Directory } from '#core/engagement/directory-schema.ts';
import { translator } from '#core/language/index.ts';
import { clickOverlay, find, overlayTree, unfoldOverlay, waitForOverlay } from '../support/closed-shadow.ts';
import { chromiumProgram, type ExtensionBrowser, startExtension } from '../support/extension-browser.ts';
import { auditOverlay, openAllOf, overflowing } from '../support/overlay-audit.ts';
import type { PlainMessage } from '../support/plain-desk.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { HOUR, nowMs } from '../support/plain-tickets.ts';

const chromiumTest = test.skipIf(!chromiumProgram);
const say = translator('en');
let dueline: ExtensionBrowser;

/** Acme of the plain directory, and customers of which nothing is counted. */
function directory(): Directory {
  const { customers, engagements, ...rest } = plainDirectory();
  const base = { manager: 'M-1', calendar: 'always' };
  return {
    ...rest,
    customers: [
      ...customers,
      { id: 'premises', name: 'Premises', domains: ['premises.example'] },
      { id: 'gone', name: 'Gone', domains: ['gone.example'] },
      { id: 'twins', name: 'Twins', domains: ['twins.example'] },
    ],
    engagements: [
      ...engagements,
      { id: 'E-3', customer: 'premises', tier: 'tsam', ...base },
      { id: 'E-4', customer: 'gone', tier: 'premium', from: '2024-01-01', until: '2024-12-31', ...base },
      { id: 'E-5', customer: 'twins', tier: 'premium', ...base },
      { id: 'E-6', customer: 'twins', tier: 'standard', ...base },
    ],
  };
}

const MINUTE = HOUR / 60;
const at = (from: PlainMessage['from'], author: string, hours: number): PlainMessage => ({
  from,
  author,
  atMs: nowMs - hours * HOUR,
});
const ticket = (id: string, domain: string, hours: readonly number[]) => {
  const requester = `Ana <ana@${domain}.example>`;
  const [asked, answered] = hours;
  const messages = [at('customer', requester, asked!)];
  if (answered !== undefined) messages.push(at('staff', 'Mira Roth', answered));
  return { id, subject: 'Quarterly service review', requester, organisation: '', messages };
};

/** Acme is answered within 24 hours of a calendar that never closes. */
const TICKETS = {
  running: ticket('1', 'acme', [1]),
  'due-soon': ticket('2', 'acme', [24 - (30 * MINUTE) / HOUR]),
  overdue: ticket('3', 'acme', [30]),
  'answered-in-time': ticket('4', 'acme', [60, 50]),
  'answered-late': ticket('5', 'acme', [60, 10]),
  'not-stated': ticket('6', 'premises', [1]),
  'outside-term': ticket('7', 'gone', [1]),
  unread: ticket('8', 'acme', [-5]),
};
const TWINS = ticket('9', 'twins', [1]);

beforeAll(async () => {
  if (!chromiumProgram) return;
  dueline = await startExtension([...Object.values(TICKETS), TWINS]);
  await dueline.importDirectory(directory());
}, 5 * 60_000);
afterEach(() => dueline?.closePages());
afterAll(() => dueline?.close());

const audit = (page: Page) => auditOverlay(page, dueline.worker());
const press = async (page: Page, words: string) => {
  await waitForOverlay(page, ({ text }) => text.includes(words));
  await clickOverlay(page, ({ name, text }) => name === 'button' && text === words);
};
const says = (page: Page, words: string) => waitForOverlay(page, ({ text }) => text.includes(words));
async function fold(page: Page): Promise<void> {
  await clickOverlay(page, ({ attributes }) => attributes['aria-expanded'] === 'true');
  await waitForOverlay(page, ({ folded }) => folded);
}

chromiumTest.each(Object.entries(TICKETS))(
  'axe finds nothing at rest and opened, in both themes, and nothing is cut off on 320 pixels: %s',
  async (state, { id }) => {
    const page = await dueline.openTicket(id);
    await page.setViewportSize({ width: 320, height: 640 });
    await waitForOverlay(page, (reading) => reading.state === state);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await audit(page), `${colorScheme}, the line`).toEqual([]);
      await unfoldOverlay(page);
      await openAllOf(page, dueline.worker());
      expect(await audit(page), `${colorScheme}, the panel`).toEqual([]);
      expect(await overflowing(page, dueline.worker())).toEqual([]);
      await fold(page);
    }
  },
);

chromiumTest('the way to an answer ends where it was given: one in time shows nothing late', async () => {
  const late = async (id: string) => {
    const page = await dueline.openTicket(id);
    await unfoldOverlay(page);
    await says(page, 'Answered');
    const timeline = find(
      (await overlayTree(page))!,
      ({ attributes }) => attributes['data-part'] === 'timeline',
    )!;
    expect(timeline.attributes['aria-label']).toMatch(/, answered /);
    expect(timeline.text).toContain(say('overlay.answered-mark'));
    const isLate = find(timeline, ({ attributes }) => attributes.class === 'late') !== null;
    await fold(page);
    return isLate;
  };
  expect(await late(TICKETS['answered-in-time'].id)).toBe(false);
  expect(await late(TICKETS['answered-late'].id)).toBe(true);
});

chromiumTest('where nothing is due it says why not: no target in the documents, or the term', async () => {
  const page = await dueline.openTicket(TICKETS['not-stated'].id);
  const reading = await unfoldOverlay(page);
  expect(reading.why.join('\n')).toContain(say('clause.target.not-stated'));
  expect(reading.due).toBeNull();
  await page.goto(`${dueline.base}/tickets/${TICKETS['outside-term'].id}`);
  const outside = await waitForOverlay(page, ({ state }) => state === 'outside-term');
  expect(outside.why.join('\n')).toBe('Term from Jan 1, 2024 until Dec 31, 2024');
  await fold(page);
});

chromiumTest('a message from later than now is said before all else, with the zone to set', async () => {
  const page = await dueline.openTicket(TICKETS.unread.id);
  const { text } = await unfoldOverlay(page);
  const warned = text.indexOf(say('overlay.from-later'));
  expect(warned).toBeGreaterThan(0);
  // The state's own word comes before it too, for a screen reader; what is drawn of it stands below.
  const drawn = text.lastIndexOf(say('state.unread'));
  expect(warned).toBeLessThan(drawn);
  expect(text.indexOf(say('overlay.zone-label'))).toBeLessThan(drawn);
  await fold(page);
});

chromiumTest('axe finds nothing where it asks which engagement it is', async () => {
  const page = await dueline.openTicket(TWINS.id);
  expect((await unfoldOverlay(page)).match).toBe('ambiguous');
  expect(await audit(page)).toEqual([]);
  await fold(page);
});

chromiumTest('axe finds nothing in the forms, the running timer, an entry and its undo', async () => {
  const page = await dueline.openTicket(TICKETS.running.id);
  await unfoldOverlay(page);
  await press(page, say('overlay.log-time'));
  await says(page, say('overlay.weekly-call'));
  expect(await audit(page), 'time logged').toEqual([]);
  await press(page, say('overlay.cancel'));
  await press(page, say('overlay.start-timer'));
  await says(page, say('overlay.stop-timer'));
  expect(await audit(page), 'the timer').toEqual([]);
  await press(page, say('overlay.stop-timer'));
  await press(page, say('overlay.edit'));
  await says(page, say('overlay.weekly-call'));
  expect(await audit(page), 'an entry corrected').toEqual([]);
  await press(page, say('overlay.cancel'));
  await press(page, say('overlay.remove'));
  await says(page, say('overlay.removed'));
  expect(await audit(page), 'an entry removed').toEqual([]);
  await press(page, say('overlay.no-answer'));
  await says(page, say('overlay.your-name'));
  expect(await audit(page), 'who says so').toEqual([]);
  await clickOverlay(page, ({ attributes }) => attributes.class === 'button primary');
  await says(page, 'No answer needed, said');
  expect(await audit(page), 'no answer needed').toEqual([]);
  await fold(page);
});
