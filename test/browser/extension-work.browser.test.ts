/** What people do in the overlay beside reading: mark, log time, correct; all of it undone as easily. */

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Activity } from '#core';
import type { Case, Decision } from '#core/engagement/schema.ts';
import { clickOverlay, unfoldOverlay, waitForOverlay } from '../support/closed-shadow.ts';
import { atNoon } from '../support/noon.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { DAY, HOUR, nowMs, TICKETS } from '../support/plain-tickets.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const dueline = useExtension(TICKETS, { directory: plainDirectory() });

const press = (page: Page, words: string) =>
  clickOverlay(page, ({ name, text }) => name === 'button' && text === words);

/** The directory as the options page exports it. */
async function exported(): Promise<{ activities?: Activity[]; cases?: Case[]; decisions?: Decision[] }> {
  const options = await dueline.openOwn('options');
  const text = await options.evaluate(
    "chrome.runtime.sendMessage({ type: 'export-directory' }).then(({ text }) => text)",
  );
  return JSON.parse(String(text));
}

chromiumTest(
  'an answer that is not needed is said so once, with who and when, and can be taken back',
  async () => {
    const page = await atNoon(await dueline.openTicket('1'));
    await unfoldOverlay(page);
    await press(page, 'No answer needed');
    await waitForOverlay(page, ({ text }) => text.includes('Your name'));
    await press(page, 'No answer needed');
    const marked = await waitForOverlay(page, ({ state }) => state === 'nothing-owed');
    expect(marked.text).toContain('No answer needed, said Mira Roth, today');
    expect((await exported()).decisions).toMatchObject([
      {
        decision: 'no-answer-needed',
        engagement: 'E-1',
        ticket: `${dueline.base}/tickets/1`,
        about: new Date(nowMs - HOUR).toISOString(),
        by: 'Mira Roth',
      },
    ]);
    await page.bringToFront();
    await press(page, 'Undo');
    await waitForOverlay(page, ({ state }) => state === 'running');
    expect((await exported()).decisions ?? []).toEqual([]);
    await page.bringToFront();
    // The name is known by now: one click is enough.
    await press(page, 'No answer needed');
    await waitForOverlay(page, ({ state }) => state === 'nothing-owed');
    await press(page, 'Undo');
    await waitForOverlay(page, ({ state }) => state === 'running');
  },
);

chromiumTest('a timer runs on one ticket at a time; what ran elsewhere is logged where it ran', async () => {
  const page = await atNoon(await dueline.openTicket('1'));
  await unfoldOverlay(page);
  await press(page, 'Start the timer');
  await waitForOverlay(page, ({ text }) => text.includes('on the clock'));
  const other = await atNoon(await dueline.openTicket('2'));
  const elsewhere = await unfoldOverlay(other);
  expect(elsewhere.text).toContain('A timer runs on 1, since today');
  await press(other, 'Stop it there, start here');
  await waitForOverlay(other, ({ text }) => text.includes('on the clock'));
  await press(other, 'Throw away');
  await waitForOverlay(other, ({ text }) => text.includes('Start the timer'));
  await page.bringToFront();
  // Less than a hundredth of an hour has run; what was worked is never logged as nothing.
  await waitForOverlay(page, ({ text }) => text.includes('0.01 h'));
  expect((await exported()).activities).toMatchObject([
    { engagement: 'E-1', hours: 0.01, ticket: `${dueline.base}/tickets/1` },
  ]);
});

chromiumTest('time is logged, corrected, removed and brought back', async () => {
  const page = await dueline.openTicket('2');
  await unfoldOverlay(page);
  await press(page, 'Log time …');
  await waitForOverlay(page, ({ text }) => text.includes('Hours'));
  await clickOverlay(page, ({ name, attributes }) => name === 'input' && attributes.type === 'number');
  await page.keyboard.type('1.25');
  await press(page, 'Save');
  await waitForOverlay(page, ({ text }) => text.includes('1.25 h · Deliverable not stated'));
  await press(page, 'Edit');
  await waitForOverlay(page, ({ text }) => text.includes('Hours'));
  await clickOverlay(page, ({ name, attributes }) => name === 'input' && attributes.type === 'number');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('1.50');
  await press(page, 'Save');
  await waitForOverlay(page, ({ text }) => text.includes('1.50 h ·'));
  await press(page, 'Remove');
  await waitForOverlay(page, ({ text }) => text.includes('Entry removed.') && !text.includes('1.50 h'));
  await press(page, 'Undo');
  await waitForOverlay(page, ({ text }) => text.includes('1.50 h ·'));
  const mine = (await exported()).activities?.filter(({ engagement }) => engagement === 'E-2');
  expect(mine).toMatchObject([{ hours: 1.5 }]);
});

chromiumTest('a finding is taken note of with a name and a reason, and the note taken back', async () => {
  const page = await atNoon(await dueline.openTicket('1'));
  await unfoldOverlay(page);
  await clickOverlay(page, ({ name, text }) => name === 'summary' && /to look at$/.test(text));
  await press(page, 'Take note …');
  // The form has the focus already.
  await waitForOverlay(page, ({ text }) => text.includes('Reason, if there is one'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Mira Roth');
  await page.keyboard.press('Tab');
  await page.keyboard.type('<b>agreed</b> on the phone');
  await page.keyboard.press('Enter');
  const noted = await waitForOverlay(page, ({ text }) => text.includes('took note of it'));
  expect(noted.text).toContain('Mira Roth took note of it, today');
  expect(noted.text).toContain('<b>agreed</b> on the phone');
  expect((await exported()).decisions).toMatchObject([
    { decision: 'acknowledged', engagement: 'E-1', by: 'Mira Roth', reason: '<b>agreed</b> on the phone' },
  ]);
  await page.bringToFront();
  await press(page, 'Undo');
  await waitForOverlay(page, ({ text }) => !text.includes('took note of it'));
  expect((await exported()).decisions ?? []).toEqual([]);
});

chromiumTest('a ticket is listed as a case with its link, and taken out again', async () => {
  const page = await dueline.openTicket('2');
  await unfoldOverlay(page);
  await press(page, 'List as a case');
  await waitForOverlay(page, ({ text }) => text.includes('Listed as case 2.'));
  expect((await exported()).cases).toMatchObject([
    {
      id: '2',
      engagement: 'E-2',
      subject: 'Two',
      status: 'open',
      opened: new Date(nowMs - 3 * DAY).toISOString().slice(0, 10),
      link: `${dueline.base}/tickets/2`,
    },
  ]);
  await page.bringToFront();
  await press(page, 'Undo');
  await waitForOverlay(page, ({ text }) => text.includes('List as a case'));
  expect((await exported()).cases ?? []).toEqual([]);
});

chromiumTest('a wrong customer is corrected on the page, and the correction taken back', async () => {
  const page = await dueline.openTicket('1');
  await unfoldOverlay(page);
  await clickOverlay(page, ({ name, text }) => name === 'summary' && text === 'What was read from this page');
  await press(page, 'Not this customer');
  const wrong = await waitForOverlay(page, ({ match }) => match === 'unknown');
  expect(wrong).toMatchObject({ tier: null, due: null });
  await press(page, 'Take it back');
  await waitForOverlay(page, ({ customer }) => customer === 'Acme <b>GmbH</b>');
});
