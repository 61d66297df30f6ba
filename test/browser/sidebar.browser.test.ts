/** The add-on's sidebar in a real browser, with the real script behind it, as Google Sheets puts them together. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCard } from '#core/card/card-text.ts';
import { readDirectory, serviceManagement } from '#core/index.ts';
import { describeTracker, wordsOf } from '#core/tracker/index.ts';
import { packing } from '../../extension/platform/card-tools.ts';
import type { RunningAddOn } from '../sheets-addon/support/add-on.ts';
import { readRows, setUpWith, typeRow } from '../sheets-addon/support/fill.ts';
import { fixtureT } from '../sheets-addon/support/fixture-t.ts';
import { axeFindings } from '../support/axe.ts';
import { type Carrier, type SidebarPages, sidebarPages } from '../support/sidebar-page.ts';

const workbook = describeTracker({ language: 'en', rulebook: serviceManagement });
const T = fixtureT(wordsOf('en'));
let pages: SidebarPages;
let addOn: RunningAddOn;
let carrier: Carrier;

beforeAll(async () => {
  pages = await sidebarPages();
});
afterAll(() => pages?.close());

async function openSidebar(colorScheme: 'dark' | 'light' = 'light', customer = 'Customer A'): Promise<Page> {
  const customers = T.customers!.map((row) => (row.id === 'C-A' ? { ...row, name: customer } : row));
  addOn = setUpWith(pages.script, workbook, { ...T, customers });
  carrier = { refusal: null };
  return pages.open(addOn, colorScheme, carrier);
}

test.each(['light', 'dark'] as const)(
  'findings lead to their rows, time is logged and taken back; axe has nothing to say (%s)',
  async (scheme) => {
    const page = await openSidebar(scheme);
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByRole('button', { name: 'Activities: 2, 3, 4' }).click();
    await expect.poll(() => addOn.world.shown).toMatch(/^Activities!A2:[A-Z]+4$/);
    expect(await page.getByRole('listitem').filter({ hasText: 'Violation' }).count()).toBe(17);
    const week = page.getByRole('listitem').filter({ hasText: 'E-3' }).filter({ hasText: '12 hours' });
    expect(await week.textContent()).toContain('Since 2026-W24');
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(300);
    await page.getByRole('button', { name: 'Log time' }).click();
    await page.getByLabel('Engagement').selectOption('E-2');
    await page.getByLabel('Hours').fill('1.5');
    await page.getByLabel('Hours').press('Enter');
    await page.getByText('Added: Activities: 9.').waitFor();
    const hours = () => readRows(addOn, workbook, 'activities', ['engagement', 'hours']);
    expect(hours().at(-1)).toEqual({ engagement: 'E-2', hours: 1.5 });
    await page.getByRole('button', { name: 'Take back' }).click();
    await expect.poll(() => hours().length).toBe(T.activities!.length);
    expect(await axeFindings(page)).toEqual([]);
  },
);

test.each(['light', 'dark'] as const)(
  'what somebody has taken note of stands folded below what is open, with who and why (%s)',
  async (scheme) => {
    const page = await openSidebar(scheme);
    const check = () => page.getByRole('button', { name: 'Check now' }).click();
    await check();
    await page.getByText('17 violations, explained').waitFor();
    const rows = readRows(addOn, workbook, 'violations', ['finding']);
    const place = rows.findIndex(({ finding }) => String(finding).startsWith('10.01 hours'));
    const reason = '<b>agreed</b> by phone';
    typeRow(addOn, workbook, 'violations', place, { acknowledgedBy: 'Mo {count}', reason });
    await check();
    await page.getByText('16 violations, explained').waitFor();
    const hours = page.getByRole('listitem').filter({ hasText: '10.01 hours' });
    expect(await hours.count()).toBe(0);
    await page.getByText('Noted: 1').press('Enter');
    await hours.waitFor();
    expect(await hours.innerText()).toContain('Mo {count} took note of it.');
    expect(await hours.innerText()).toContain(`Reason ${reason}`);
    await hours.getByRole('button', { name: 'Activities: 2, 3, 4' }).click();
    await expect.poll(() => addOn.world.shown).toMatch(/^Activities!A2:[A-Z]+4$/);
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(300);
  },
);

test.each(['light', 'dark'] as const)(
  'the weekly call’s agenda is read, copied and changed to another engagement (%s)',
  async (scheme) => {
    const page = await openSidebar(scheme);
    await page.getByRole('button', { name: 'Weekly call' }).click();
    await page.getByRole('heading', { name: 'E-1 · Customer A – weekly call, Mon, Jun 15, 2026' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(300);
    await page.getByLabel('Engagement').selectOption('E-2');
    await page.getByText('2026-W24: 10 h of at most 10 h').waitFor();
    // A frame without the clipboard: the text is there to be taken by hand.
    await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("withheld"))');
    await page.getByRole('button', { name: 'Copy as text' }).click();
    const text = await page.getByLabel('Here is the text').inputValue();
    expect(text).toContain('– E-2-1 · Case 1 · open · for 45 days');
    expect(await axeFindings(page)).toEqual([]);
  },
);

test.each(['light', 'dark'] as const)(
  'a new engagement is checked as it is typed, added with its contacts and taken back (%s)',
  async (scheme) => {
    const page = await openSidebar(scheme);
    await page.getByRole('button', { name: 'New engagement' }).click();
    const terms = page.getByRole('group', { name: 'Engagement' });
    await terms.getByLabel('Engagement').fill('e-1');
    await page.getByText('e-1 is already in use.').waitFor();
    await page.getByRole('button', { name: 'Add the engagement' }).click();
    await page.getByText('Something above has to be mended first.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(300);
    await page.getByLabel('Customer', { exact: true }).selectOption('C-A');
    await terms.getByLabel('Engagement').fill('E-5');
    await terms.getByLabel('Tier').selectOption('Premium');
    await terms.getByLabel('Manager').selectOption('M-1');
    await terms.getByLabel('Calendar').fill('Europe/Berlin');
    for (const place of [1, 2, 3, 4]) {
      await page.getByRole('button', { name: 'Add a contact' }).click();
      const contact = page.getByRole('group', { name: `Contact ${place}` });
      await contact.getByLabel('E-mail').fill(`c${place}@acme.example`);
    }
    await page.getByText('Over the limit of 3 contacts').waitFor();
    await page.getByRole('button', { name: 'Remove contact 4' }).click();
    expect(await page.getByText('Over the limit of 3 contacts').count()).toBe(0);
    await page.getByRole('button', { name: 'Add the engagement' }).click();
    // Four engagements and thirteen contacts stand there already.
    await page.getByText('Added: Engagements: 6; Contacts: 15, 16, 17.').waitFor();
    const added = () => readRows(addOn, workbook, 'engagements', ['id', 'customer', 'tier', 'calendar']);
    expect(added().at(-1)).toEqual({
      id: 'E-5',
      customer: 'C-A',
      tier: 'Premium',
      calendar: 'Europe/Berlin',
    });
    await page.getByRole('button', { name: 'Take back' }).click();
    await expect.poll(() => added().length, { timeout: 10_000 }).toBe(4);
  },
);

test.each(['light', 'dark'] as const)(
  'a customer’s card is saved and linked to, and the directory saved (%s)',
  async (scheme) => {
    const page = await openSidebar(scheme);
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('button', { name: 'Make the card' }).click();
    await page.getByText('The hours and the zone of the calendar “berlin” are not known here').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('berlin').fill('Europe/Berlin');
    await page.getByLabel('seoul').fill('Asia/Seoul');
    await page.getByLabel('Page that the link opens').fill('http://vendor.example');
    await page.getByText('cannot be the page of a link').waitFor();
    expect(await page.getByRole('button', { name: 'Make the card' }).isDisabled()).toBe(true);
    await page.getByLabel('Page that the link opens').fill('https://vendor.example/care');
    await page.getByLabel('Engagement').selectOption('E-3');
    await page.getByRole('button', { name: 'Make the card' }).click();
    await page.getByText('It carries 0 answers owed').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(300);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('dueline-card-E-3-2026-06-15.txt');
    const text = await readFile(await file.path(), 'utf8');
    const opened = await openCard(text, {
      packing,
      verify: () => Promise.resolve(false),
      nowMs: Date.parse('2026-06-16T08:00Z'),
    });
    expect(opened).toMatchObject({ engagement: 'E-3', key: null, old: false });
    await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("withheld"))');
    await page.getByRole('button', { name: 'Copy the link' }).click();
    const link = await page.getByLabel('Here is the text').inputValue();
    expect(link).toBe(`https://vendor.example/care#${text.trim()}`);
    const [directory] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the directory' }).click(),
    ]);
    expect(readDirectory(await readFile(await directory.path(), 'utf8')).problems).toEqual([]);
  },
);

test.each(['light', 'dark'] as const)(
  'a limit is changed, and the daily check allowed, switched on and off (%s)',
  async (scheme) => {
    const page = await openSidebar(scheme);
    await page.getByRole('button', { name: 'Settings' }).click();
    const hours = page.getByRole('group', { name: 'Hours for one engagement' });
    await hours.getByLabel('Premium').fill('12');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(300);
    const allow = page.getByRole('link', { name: 'Allow it at Google' });
    expect(await allow.getAttribute('href')).toBe('https://accounts.example/consent');
    expect(await page.getByRole('button', { name: 'Switch on' }).isDisabled()).toBe(true);
    addOn.world.allows = true;
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByLabel('E-mail address').fill('mo@vendor.example');
    await page.getByRole('button', { name: 'Switch on' }).click();
    await page.getByText('It has not run yet.').waitFor();
    addOn.trigger(addOn.world.triggers[0]!.id);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByText('Checked; a digest went to mo@vendor.example.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Switch off' }).click();
    await expect.poll(() => addOn.world.triggers.length, { timeout: 10_000 }).toBe(0);
  },
);

test('without a page of Google’s to lead to, the sidebar says who can add the permissions', async () => {
  const page = await openSidebar();
  addOn.world.consentPage = null;
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByText('npm run addon -- push --daily-check on').waitFor();
  expect(await page.getByRole('link').count()).toBe(0);
});

test('several-accounts: signed in with another account: the sidebar says what happened and the way out', async () => {
  const page = await openSidebar();
  carrier.refusal = 'Authorization is required to perform that action.';
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByText('Authorization is required').waitFor();
  expect(await page.getByRole('alert').textContent()).toContain('several Google accounts');
  carrier.refusal = '';
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('and does not say why').waitFor();
  expect(await page.getByRole('alert').textContent()).toContain('several Google accounts');
  expect(await axeFindings(page)).toEqual([]);
  carrier.refusal = null;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: 'Contacts: 5' }).waitFor();
});

test('what a customer is called is text, never markup', async () => {
  const page = await openSidebar('light', '<img src=x onerror="document.title=1"><b>A</b>');
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByText('<b>A</b>').first().waitFor();
  expect(await page.locator('img, b').count()).toBe(0);
});
