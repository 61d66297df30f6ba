/** A tracker made in the built extension: with what is in use, once whatever Google answers, and taken back again. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TOKEN } from '../sheets-addon/provision/account.ts';
import { chromiumProgram, type ExtensionBrowser, startExtension } from '../support/extension-browser.ts';
import { StandInGoogle } from '../support/google/server.ts';
import { answerAsGoogle, consentAtOnce, watchWorkers } from '../support/google-in-browser.ts';
import { plainDirectory } from '../support/plain-directory.ts';

const chromiumTest = test.skipIf(!chromiumProgram);
const PATIENT = { timeout: 30_000 };
const STARTS_MS = 5 * 60_000;
let dueline: ExtensionBrowser;
let google: StandInGoogle;

beforeEach(async () => {
  if (!chromiumProgram) return;
  watchWorkers();
  google = new StandInGoogle();
  await google.start();
  dueline = await startExtension([]);
  const options = await dueline.openOwn('options');
  await answerAsGoogle(options.context(), google, TOKEN);
  await consentAtOnce(dueline.worker());
}, STARTS_MS);
afterEach(async () => {
  await dueline?.close();
  if (chromiumProgram) await google.stop();
});

async function openTrackers() {
  const options = await dueline.openOwn('options');
  const section = options.locator('[data-part=trackers]');
  await section.waitFor();
  return section;
}

/** Up to the button that makes it. */
async function fillIn(section: Awaited<ReturnType<typeof openTrackers>>) {
  await section.getByLabel('Client id at Google').fill('client-1');
  await section.getByRole('button', { name: 'Save' }).click();
  await section.getByText('Create a tracker').first().click();
  await section.getByLabel('Name').fill('Desk');
  return section.getByRole('button', { name: 'Create a tracker' });
}

const alive = () => google.files.all.filter(({ trashed }) => !trashed);

chromiumTest(
  'the directory in use goes into it, it is in use at once, and it can be taken back',
  async () => {
    await dueline.importDirectory(plainDirectory());
    const section = await openTrackers();
    const create = await fillIn(section);
    await section.getByText('The 2 engagements in use go into it.').waitFor();
    await create.click();
    await section.getByText('“Desk” is made and in use.').waitFor(PATIENT);
    await section.locator('[data-part=tracker]', { hasText: '2 engagements' }).waitFor(PATIENT);
    const [file] = alive();
    expect(await section.getByRole('link', { name: 'Desk' }).getAttribute('href')).toBe(
      `https://docs.google.com/spreadsheets/d/${file!.id}/edit`,
    );
    const customers = google.onlyBook.titled('Customers').rows.slice(1);
    expect(JSON.stringify(customers)).toContain('Acme <b>GmbH</b>');

    await section.getByRole('button', { name: 'Undo' }).click();
    await section.getByText('It is in the bin of your Google Drive.').waitFor(PATIENT);
    expect(alive()).toEqual([]);
    expect(await section.locator('[data-part=tracker]').count()).toBe(0);
  },
);

chromiumTest(
  'half made, it is gone on with after the browser’s background has ended; there is one',
  async () => {
    google.plan = ({ path }) => (path.endsWith(':batchUpdate') ? '500' : undefined);
    const section = await openTrackers();
    const create = await fillIn(section);
    await create.click();
    const unfinished = '“Desk” is not finished: Google has not answered all the way.';
    await section.getByText(unfinished).waitFor(PATIENT);
    expect(await section.locator('[data-part=tracker]').count()).toBe(0);

    google.plan = () => undefined;
    await dueline.killBackground();
    const again = await openTrackers();
    await again.getByText(unfinished).waitFor(PATIENT);
    await again.getByRole('button', { name: 'Go on' }).click();
    await again.locator('[data-part=tracker]', { hasText: '0 engagements' }).waitFor(PATIENT);
    expect(alive()).toHaveLength(1);
    expect(google.onlyBook.titles).toHaveLength(10);
  },
);

chromiumTest('given up, what was half made goes into the bin', async () => {
  google.plan = ({ path }) => (path.endsWith(':batchUpdate') ? '500' : undefined);
  const section = await openTrackers();
  await (await fillIn(section)).click();
  await section.getByRole('button', { name: 'Put it into the bin' }).click(PATIENT);
  await section.getByText('It is in the bin of your Google Drive.').waitFor(PATIENT);
  expect(alive()).toEqual([]);
});
