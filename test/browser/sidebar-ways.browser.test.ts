/** Ways through the sidebar that begin with nothing, with a piece missing, by keyboard, and with very much. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import { describeTracker, wordsOf } from '#core/tracker/index.ts';
import { type RunningAddOn, runAddOn } from '../sheets-addon/support/add-on.ts';
import { readRows, setUpWith } from '../sheets-addon/support/fill.ts';
import { fixtureT } from '../sheets-addon/support/fixture-t.ts';
import { axeFindings } from '../support/axe.ts';
import { type SidebarPages, sidebarPages } from '../support/sidebar-page.ts';

const workbook = describeTracker({ language: 'en', rulebook: serviceManagement });
const T = fixtureT(wordsOf('en'));
let pages: SidebarPages;
let addOn: RunningAddOn;

beforeAll(async () => {
  pages = await sidebarPages();
});
afterAll(() => pages?.close());

test('time is logged by keyboard alone, with what the tier includes; anything else is explained first', async () => {
  addOn = setUpWith(pages.script, workbook, T);
  const page = await pages.open(addOn);
  await page.getByRole('button', { name: 'Log time' }).focus();
  await page.keyboard.press('Enter');
  // Whoever has waited at the button is led to the form, past the other buttons.
  await page.getByRole('heading', { name: 'Log time' }).waitFor();
  await expect.poll(() => page.evaluate('document.activeElement.tagName'), { timeout: 10_000 }).toBe('H1');
  await page.getByLabel('Engagement').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('E-4');
  const offered = () => page.getByLabel('Deliverable').getByRole('option').allTextContents();
  await expect.poll(async () => (await offered()).length, { timeout: 10_000 }).toBe(1 + 8);
  expect(await offered()).not.toContain('Case management');
  await page.getByLabel('Offer what Standard does not include, too').focus();
  await page.keyboard.press('Space');
  await expect.poll(async () => (await offered()).length, { timeout: 10_000 }).toBe(1 + 15);
  await page.getByLabel('Deliverable').selectOption('Case management');
  await page.getByText('the check will call it a violation').waitFor();
  await page.getByText('Table 1: Case management').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  // Another engagement, whose tier includes it: nothing is left to explain.
  await page.getByLabel('Engagement').selectOption('E-1');
  await expect
    .poll(() => page.getByText('the check will call it a violation').count(), { timeout: 10_000 })
    .toBe(0);
  expect(await page.getByLabel('Deliverable').inputValue()).toBe('Case management');
  await page.getByLabel('Weekly call').check();
  await page.getByLabel('Hours').fill('0.5');
  await page.getByLabel('Hours').press('Enter');
  await page.getByText('Added: Activities: 9.').waitFor();
  const columns = ['engagement', 'hours', 'deliverable', 'weeklyCall'];
  expect(readRows(addOn, workbook, 'activities', columns).at(-1)).toEqual({
    engagement: 'E-1',
    hours: 0.5,
    deliverable: 'Case management',
    weeklyCall: 'yes',
  });
});

test('what is typed is there again after another look, and when the sidebar is opened anew; it can be cleared and brought back', async () => {
  addOn = setUpWith(pages.script, workbook, T);
  const page = await pages.open(addOn);
  await page.getByRole('button', { name: 'Log time' }).click();
  await page.getByLabel('Engagement').selectOption('E-1');
  await page.getByLabel('Hours').fill('1.25');
  await page.getByLabel('Deliverable').selectOption('Case management');
  await page.getByLabel('Weekly call').check();
  const shown = async () => [
    await page.getByLabel('Engagement').inputValue(),
    await page.getByLabel('Hours').inputValue(),
    await page.getByLabel('Deliverable').inputValue(),
    await page.getByLabel('Weekly call').isChecked(),
  ];
  const typed = ['E-1', '1.25', 'Case management', true];
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByRole('button', { name: 'Activities: 2, 3, 4' }).waitFor();
  await page.getByRole('button', { name: 'Log time' }).click();
  await page.getByLabel('Hours').waitFor();
  expect(await shown()).toEqual(typed);
  await page.getByRole('button', { name: 'New engagement' }).click();
  const contacts = page.getByRole('group', { name: 'Contacts' });
  await contacts.getByRole('button', { name: 'Add a contact' }).click();
  await contacts.getByLabel('Name').fill('Ana');

  await page.reload();
  await page.getByRole('button', { name: 'Log time' }).click();
  await page.getByLabel('Hours').waitFor();
  expect(await shown()).toEqual(typed);
  await page.getByRole('button', { name: 'Clear the form' }).click();
  expect(await shown()).toEqual(['', '', '', false]);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  expect(await shown()).toEqual(typed);
  await page.getByRole('button', { name: 'New engagement' }).click();
  await contacts.waitFor();
  expect(await contacts.getByLabel('Name').inputValue()).toBe('Ana');

  // Once it is added, nothing of it is offered a second time.
  await page.getByRole('button', { name: 'Log time' }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('Added: Activities: 9.').waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Log time' }).click();
  await page.getByLabel('Hours').waitFor();
  expect(await shown()).toEqual(['', '', '', false]);
});

test('a draft of one tracker is not shown beside another', async () => {
  addOn = setUpWith(pages.script, workbook, T);
  const page = await pages.open(addOn);
  await page.getByRole('button', { name: 'Add a case' }).click();
  await page.getByLabel('Subject').fill('Printer of Customer A');
  addOn.world.url = 'https://docs.google.com/spreadsheets/d/another/edit';
  await page.reload();
  await page.getByRole('button', { name: 'Add a case' }).click();
  await page.getByLabel('Subject').waitFor();
  expect(await page.getByLabel('Subject').inputValue()).toBe('');
});

test('the focus stays at work: on the button that adds, and beside what goes away', async () => {
  addOn = setUpWith(pages.script, workbook, T);
  const page = await pages.open(addOn);
  const focused = () => page.evaluate('document.activeElement.id || document.activeElement.textContent');
  await page.getByRole('button', { name: 'Log time' }).click();
  await page.getByLabel('Engagement').selectOption('E-1');
  await page.getByLabel('Hours').fill('1');
  await page.getByRole('button', { name: 'Add', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Added: Activities: 9.').waitFor();
  await expect.poll(focused, { timeout: 10_000 }).toBe('Add');
  await page.getByRole('button', { name: 'Take back' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(focused, { timeout: 10_000 }).toBe('engagement');
  await page.getByRole('button', { name: 'New engagement' }).click();
  const more = page.getByRole('button', { name: 'Add a contact' });
  for (const _ of [1, 2]) await more.click();
  await page.getByRole('button', { name: 'Remove contact 2' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(focused, { timeout: 10_000 }).toBe('contact-name-0');
});

test('an empty spreadsheet: set up from the sidebar, then the first engagement with its manager', async () => {
  addOn = runAddOn(pages.script);
  const page = await pages.open(addOn);
  await page.getByRole('button', { name: 'Log time' }).click();
  await page.getByRole('button', { name: 'Set up or repair' }).click();
  await page.getByText('There is no engagement yet.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page
    .getByRole('region')
    .or(page.locator('section'))
    .getByRole('button', { name: 'New engagement' })
    .click();
  await page.getByLabel('Customer id').fill('C-1');
  const [customer, terms] = ['Customer', 'Engagement'].map((name) => page.getByRole('group', { name }));
  await customer!.getByLabel('Name').fill('Acme');
  await terms!.getByLabel('Engagement').fill('E-1');
  await terms!.getByLabel('Tier').selectOption('Premium');
  const manager = page.getByRole('group', { name: 'A new service manager' });
  await manager.getByLabel('Manager').fill('M-1');
  await manager.getByLabel('Name').fill('Mo One');
  await terms!.getByLabel('Calendar').fill('Europe/Berlin');
  await page.getByRole('button', { name: 'Add the engagement' }).click();
  await page.getByText('Added:').waitFor();
  expect(readRows(addOn, workbook, 'managers', ['id', 'name'])).toEqual([{ id: 'M-1', name: 'Mo One' }]);
  expect(readRows(addOn, workbook, 'engagements', ['id', 'manager'])).toEqual([
    { id: 'E-1', manager: 'M-1' },
  ]);
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByText('No term is given').waitFor();
});

test('a tab that somebody has deleted is brought back from where it was missed', async () => {
  addOn = setUpWith(pages.script, workbook, T);
  const page = await pages.open(addOn);
  const { sheets, metadata } = addOn.world;
  const gone = addOn.sheet('Deliverables');
  sheets.splice(sheets.indexOf(gone), 1);
  metadata.splice(0, metadata.length, ...metadata.filter(({ sheet }) => sheet !== gone));
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByText('The tab Deliverables is missing').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Set up or repair' }).click();
  await page.getByRole('button', { name: 'Activities: 2, 3, 4' }).waitFor();
});

test('findings by the hundred are counted, and shown in parts', async () => {
  const engagements = Array.from({ length: 60 }, (_, n) => ({
    id: `E-${n}`,
    customer: 'C-A',
    tier: 'Premium',
    manager: 'M-1',
    calendar: 'berlin',
  }));
  addOn = setUpWith(pages.script, workbook, { ...T, engagements });
  const page = await pages.open(addOn);
  await page.getByRole('button', { name: 'Check now' }).click();
  const more = page.getByRole('button', { name: /^Show 50 more of \d{3}$/ });
  await more.waitFor();
  expect(await page.getByRole('listitem').count()).toBe(50);
  await page.getByText(/^\d{3} violations, explained on the Violations tab\.$/).waitFor();
  await more.click();
  await expect.poll(() => page.getByRole('listitem').count(), { timeout: 10_000 }).toBe(100);
  expect(await axeFindings(page)).toEqual([]);
});
