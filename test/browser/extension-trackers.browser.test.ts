/** A tracker in the built extension: picked at sign-in, read by the background, kept when it cannot be, signed out. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Bench, trackerBench } from '../extension/sync/google.ts';
import { TOKEN } from '../sheets-addon/provision/account.ts';
import { chromiumProgram, type ExtensionBrowser, startExtension } from '../support/extension-browser.ts';
import { answerAsGoogle, consentAtOnce, watchWorkers } from '../support/google-in-browser.ts';
import { plainDirectory } from '../support/plain-directory.ts';

const chromiumTest = test.skipIf(!chromiumProgram);
let dueline: ExtensionBrowser;
let bench: Bench;
let hosts: string[] = [];

beforeAll(async () => {
  if (!chromiumProgram) return;
  watchWorkers();
  bench = await trackerBench();
  dueline = await startExtension([]);
  await dueline.importDirectory(plainDirectory());
  const options = await dueline.openOwn('options');
  hosts = await answerAsGoogle(options.context(), bench.google, TOKEN);
  await consentAtOnce(dueline.worker(), bench.id);
}, 5 * 60_000);
afterEach(() => dueline?.closePages());
afterAll(async () => {
  await dueline?.close();
  await bench?.close();
});

async function openTrackers() {
  const options = await dueline.openOwn('options');
  const section = options.locator('[data-part=trackers]');
  await section.waitFor();
  return section;
}

/** As somebody types into the sheet; Drive counts it as a change. */
function type(tab: string, row: number, column: number, text: string): void {
  bench.google.onlyBook.titled(tab).rows[row]![column] = { userEnteredValue: { stringValue: text } };
  bench.google.files.touch(bench.id);
}

async function customersInUse(): Promise<string> {
  const options = await dueline.openOwn('options');
  return options.locator('[data-part=directory] table').first().innerText();
}

chromiumTest('without a registration at Google nobody is asked to sign in', async () => {
  const section = await openTrackers();
  await section.getByText('No sheet is picked yet.').waitFor();
  expect(await section.getByRole('button', { name: 'Sign in and pick sheets' }).count()).toBe(0);
});

chromiumTest(
  'signed in, the picked sheet is read and used; nothing is asked of anybody but Google',
  async () => {
    const section = await openTrackers();
    await section.getByLabel('Client id at Google').fill('client-1');
    await section.getByRole('button', { name: 'Save' }).click();
    await section.getByRole('button', { name: 'Sign in and pick sheets' }).click();
    await section.locator('[data-part=tracker]', { hasText: '2 engagements' }).waitFor();
    expect(await customersInUse()).toContain('Acme <b>GmbH</b>');
    expect(hosts.length).toBeGreaterThan(3);
    expect(hosts.filter((host) => !host.endsWith('.googleapis.com'))).toEqual([]);
  },
);

chromiumTest('the tokens go with the browser’s session, and are never kept on the disk', async () => {
  const stored = await dueline.worker().evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: { storage: Record<string, { get(): unknown }> } })
      .chrome;
    return {
      local: JSON.stringify(await storage.local!.get()),
      session: JSON.stringify(await storage.session!.get()),
    };
  });
  expect(stored.session).toContain(TOKEN);
  expect(stored.local).not.toContain(TOKEN);
});

chromiumTest('a change in the sheet is in use once it is read', async () => {
  type('Customers', 1, 1, 'Acme International');
  const section = await openTrackers();
  await section.getByRole('button', { name: 'Read now' }).click();
  await expect.poll(customersInUse).toContain('Acme International');
});

chromiumTest(
  'what the Rules tab sets is in use, said with its tracker, and not changed elsewhere',
  async () => {
    const sheet = bench.google.onlyBook.titled('Rules');
    const rulebook = (await dueline.openOwn('options')).locator('#rulebook');
    await rulebook.getByText('The tiers’ limits, and the choices that are locked here').waitFor();
    // The number of the reading, in the first tier's column.
    sheet.rows[3]![2] = { userEnteredValue: { numberValue: 2 } };
    bench.google.files.touch(bench.id);
    await (await openTrackers()).getByRole('button', { name: 'Read now' }).click();
    const chosen = rulebook.locator('label', { hasText: 'at the close of the next business day' });
    await expect.poll(() => chosen.locator('input').isChecked()).toBe(true);
    expect(await chosen.locator('input').isDisabled()).toBe(true);
    const answeredBy = rulebook.getByRole('radio', { name: /^any public reply of the staff/ });
    expect(await answeredBy.isEnabled()).toBe(true);
  },
);

chromiumTest(
  'a cell that cannot be read is named by tab, row and column, and the copy stays in use',
  async () => {
    type('Engagements', 1, 7, 'soon');
    const section = await openTrackers();
    await section.getByRole('button', { name: 'Read now' }).click();
    const problems = section.locator('.problems');
    await problems.waitFor();
    const text = await problems.innerText();
    expect(text).toContain('could not be brought up to date; the copy above stays in use.');
    expect(text).toContain('Engagements, row 2, From: “soon” is not a date.');
    expect(await customersInUse()).toContain('Acme International');
  },
);

chromiumTest('time that was logged on a ticket waits in sight, and can be exported', async () => {
  await dueline.worker().evaluate(async () => {
    const { storage } = (
      globalThis as unknown as { chrome: { storage: { local: { set(items: object): Promise<void> } } } }
    ).chrome;
    const activity = { id: 'log-1', engagement: 'E-1', date: '2026-06-08', hours: 1.5, note: 'Call' };
    await storage.local.set({ additions: { activities: [activity], cases: [], decisions: [] } });
  });
  const section = await openTrackers();
  await section.getByText('E-1: 1.5 h on Jun 8, 2026').waitFor();
  expect(await section.locator('[data-part=queue]').innerText()).toContain(
    'it can still be changed on the ticket',
  );
  expect(await section.getByRole('button', { name: 'Export as a file' }).count()).toBe(1);
});

chromiumTest('signed out, the token is gone here and the copy stays', async () => {
  const section = await openTrackers();
  await section.getByRole('button', { name: 'Sign out' }).click();
  await section.getByRole('button', { name: 'Sign in and pick sheets' }).waitFor();
  const session = await dueline.worker().evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: { storage: Record<string, { get(): unknown }> } })
      .chrome;
    return JSON.stringify(await storage.session!.get());
  });
  expect(session).not.toContain(TOKEN);
  expect(await customersInUse()).toContain('Acme International');
});
