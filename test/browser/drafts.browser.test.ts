/** What is half typed in on a ticket is still there after all that a page, a user and an update do to its form. */
import { afterEach, expect } from 'vitest';
import { translator } from '#core/language/index.ts';
import { clickOverlay, unfoldOverlay, waitForOverlay } from '../support/closed-shadow.ts';
import { chromiumProgram, type ListenedPage } from '../support/extension-browser.ts';
import { typedIn } from '../support/overlay-audit.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { TICKETS } from '../support/plain-tickets.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const MINUTE_MS = 60_000;
const PATIENT = { timeout: 20_000 };
const say = translator('en');
const FORM = say('overlay.weekly-call');
const dueline = useExtension(TICKETS, { directory: plainDirectory() });
afterEach(() => chromiumProgram && dueline.worker().evaluate("chrome.storage.local.remove('drafts')"));

const press = (page: ListenedPage, words: string) =>
  clickOverlay(page, ({ name, text }) => name === 'button' && text === words);
const isFormOpen = (page: ListenedPage) => waitForOverlay(page, ({ text }) => text.includes(FORM), 20_000);
const isNotThere = (page: ListenedPage, words: string) =>
  waitForOverlay(page, ({ text }) => !text.includes(words), 20_000);
const fieldsOf = async (page: ListenedPage) => {
  await isFormOpen(page);
  return typedIn(page, dueline.worker());
};

/** Hours and the deliverable's method stay as they are; the note is half a sentence. */
async function typeHalf(page: ListenedPage): Promise<void> {
  await unfoldOverlay(page);
  await press(page, say('overlay.log-time'));
  await isFormOpen(page);
  await clickOverlay(page, ({ name, attributes }) => name === 'input' && attributes.type === 'number');
  await page.keyboard.type('1.25');
  await clickOverlay(page, ({ name, attributes }) => name === 'input' && attributes.maxlength === '2000');
  await page.keyboard.type('Called about the upg');
}

const draftStored = () =>
  dueline.worker().evaluate(async () => {
    const { local } = (
      globalThis as unknown as { chrome: { storage: { local: { get(key: string): Promise<object> } } } }
    ).chrome.storage;
    return JSON.stringify(await local.get('drafts'));
  });

chromiumTest(
  'a page that throws its ticket out and draws it anew, a fold, a reload and an update lose nothing of it',
  { timeout: 5 * MINUTE_MS },
  async () => {
    const page = await dueline.openTicket('2');
    await typeHalf(page);
    const typed = await fieldsOf(page);
    expect(typed.at(0)).toBe('1.25');
    expect(typed.at(-1)).toBe('Called about the upg');
    await page.evaluate('go("none")');
    await page.waitForFunction(() => document.querySelector('dueline-overlay') === null);
    await page.evaluate('go("2")');
    await waitForOverlay(page, ({ customer }) => customer === 'Binford');
    await unfoldOverlay(page);
    expect(await fieldsOf(page)).toEqual(typed);

    await clickOverlay(page, ({ attributes }) => attributes['aria-expanded'] === 'true');
    await waitForOverlay(page, ({ folded }) => folded);
    await unfoldOverlay(page);
    expect(await fieldsOf(page)).toEqual(typed);

    await expect.poll(draftStored, PATIENT).toContain('Called about the upg');
    await page.reload();
    await unfoldOverlay(page);
    expect(await fieldsOf(page)).toEqual(typed);

    await page.evaluate('Object.assign(document.querySelector("dueline-overlay"), { isOld: true })');
    await dueline.update('0.1.7');
    await page.bringToFront();
    const isNew = 'document.querySelector("dueline-overlay")?.isOld === undefined';
    await expect.poll(() => page.evaluate(isNew), { timeout: MINUTE_MS / 2 }).toBe(true);
    await unfoldOverlay(page);
    expect(await fieldsOf(page)).toEqual(typed);
  },
);

const REASON = 'Agreed with the custo';
const reasonsOf = async (page: ListenedPage) => {
  await waitForOverlay(page, ({ text }) => text.includes(say('overlay.reason')), 20_000);
  return typedIn(page, dueline.worker());
};

chromiumTest(
  'a note that is half typed in is there after a fold and a reload, beside half-typed time, and not in another finding',
  async () => {
    const page = await dueline.openTicket('1');
    await typeHalf(page);
    await clickOverlay(page, ({ name, text }) => name === 'summary' && /to look at$/.test(text));
    await press(page, say('overlay.note-it'));
    await waitForOverlay(page, ({ text }) => text.includes(say('overlay.reason')));
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Mira Roth');
    await page.keyboard.press('Tab');
    await page.keyboard.type(REASON);
    const typed = await reasonsOf(page);
    expect(typed.slice(-2)).toEqual(['Mira Roth', REASON]);
    expect(typed).toContain('Called about the upg');

    await clickOverlay(page, ({ attributes }) => attributes['aria-expanded'] === 'true');
    await waitForOverlay(page, ({ folded }) => folded);
    await unfoldOverlay(page);
    expect(await reasonsOf(page)).toEqual(typed);

    await expect.poll(draftStored, PATIENT).toContain(REASON);
    await expect.poll(draftStored, PATIENT).toContain('Called about the upg');
    await page.reload();
    await unfoldOverlay(page);
    expect(await reasonsOf(page)).toEqual(typed);

    // The form of time stands first.
    await press(page, say('overlay.cancel'));
    await isNotThere(page, FORM);
    expect(await reasonsOf(page)).toEqual(['Mira Roth', REASON]);
    await press(page, say('overlay.cancel'));
    await isNotThere(page, say('overlay.reason'));
    await expect.poll(draftStored, PATIENT).not.toContain('tickets/1');
  },
);

chromiumTest('saved or given up it is forgotten, and another ticket never sees it', async () => {
  const page = await dueline.openTicket('1');
  await typeHalf(page);
  await expect.poll(draftStored, PATIENT).toContain('Called about the upg');
  const other = await dueline.openTicket('2');
  expect((await unfoldOverlay(other)).text).not.toContain(FORM);
  await page.bringToFront();
  await press(page, say('overlay.save'));
  await waitForOverlay(page, ({ text }) => text.includes('1.25 h'));
  await expect.poll(draftStored, PATIENT).not.toContain('tickets/1');
  await page.reload();
  const after = await unfoldOverlay(page);
  expect(after.text).not.toContain(FORM);
  expect(after.text).toContain('1.25 h');
});
