/** Locks of a managed policy in real Chromium: what they hold is shown as held, and refused to whoever asks. */
import { expect } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { overlayCount } from '../support/closed-shadow.ts';
import { setPolicy } from '../support/managed-policy.ts';
import { servePlainDesk } from '../support/plain-desk.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { TICKETS } from '../support/plain-tickets.ts';
import { managedTest, useManaged } from '../support/use-managed.ts';

const managed = useManaged(
  (id) =>
    setPolicy(id, {
      rulebook: JSON.stringify({ use: 'service-management', readings: { businessDay: 'end-of-day' } }),
      googleClient: { id: 'client-of-the-organisation' },
      locks: ['directory', 'sites'],
      sites: ['https://desk.example'],
      welcome: false,
    }),
  // What was there before the lock came stays in use.
  (context) =>
    context.serviceWorkers()[0]!.evaluate(async (directory) => {
      const { storage } = (
        globalThis as unknown as { chrome: { storage: { local: { set(items: object): Promise<void> } } } }
      ).chrome;
      await storage.local.set({ directory });
    }, plainDirectory()),
);
const { ask } = managed;

managedTest('a locked directory takes no file, and a page that asks all the same is refused', async () => {
  const section = managed.options.locator('[data-part=directory]');
  expect(await section.locator('[data-part=managed]').count()).toBe(1);
  expect(await section.locator('input[type=file]').count()).toBe(0);
  const text = JSON.stringify({ ...plainDirectory(), name: 'Another' });
  const replaced = await ask({ type: 'replace-directory', text });
  expect(replaced).toMatchObject({ kind: 'directory-check', problems: [{ code: 'managed' }] });
  for (const type of ['remove-directory', 'undo-directory'])
    expect(await ask({ type })).toMatchObject({ code: 'managed' });
});

managedTest(
  'the organisation’s rulebook counts in the place of the directory’s own, and is locked',
  async () => {
    await managed.options.locator('#rulebook [data-part=managed]').waitFor();
    expect(await managed.options.locator('#rulebook fieldset:not(:disabled)').count()).toBe(0);
    const tried = await ask({ type: 'try-readings', readings: {} });
    expect(tried.readings).toMatchObject({ businessDay: 'end-of-day' });
    const set = await ask({ type: 'set-readings', readings: { businessDay: 'same-time' } });
    expect(set).toMatchObject({ code: 'managed' });
  },
);

managedTest('its registration at Google needs no typing, and none takes its place', async () => {
  const trackers = managed.options.locator('[data-part=trackers]');
  await trackers.getByRole('button', { name: 'Sign in and pick sheets' }).waitFor();
  expect(await trackers.getByLabel('Client id at Google').count()).toBe(0);
  const action = { do: 'set-client', id: 'another', secret: '' };
  const answered = await ask({ type: 'trackers', action });
  expect(answered).toMatchObject({
    problem: { code: 'managed' },
    client: { id: 'client-of-the-organisation' },
  });
});

managedTest('a site that was on before the lock came is no longer read', async () => {
  const registered = () =>
    managed.options.evaluate(() => {
      const { chrome } = globalThis as unknown as {
        chrome: { scripting: { getRegisteredContentScripts(): Promise<unknown[]> } };
      };
      return chrome.scripting.getRegisteredContentScripts();
    });
  await expect.poll(registered, { timeout: 20_000 }).toEqual([]);
  const desk = await servePlainDesk(TICKETS);
  const page = await managed.context.newPage();
  await page.goto(`${desk.base}/tickets/1`);
  expect(await overlayCount(page)).toBe(0);
  await page.close();
  await desk.close();
});

managedTest('no ticket system can be added beside the organisation’s', async () => {
  const sites = managed.options.locator('#sites');
  await sites.getByRole('button', { name: 'Switch on https://desk.example' }).waitFor();
  expect(await sites.locator('input[name=site]').count()).toBe(0);
  expect(await axeFindings(managed.options)).toEqual([]);
});
