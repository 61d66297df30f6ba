/** The self-test in real Chromium: everything in order, and nothing of a customer in what is copied. */
import { expect } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const dueline = useExtension([], { directory: plainDirectory() });

const FACTS = {
  ...{ url: 'https://desk.example/1', reader: 'zendesk', language: 'en', created: null, priority: null },
  ...{ assignee: null, status: null, organisation: { value: 'Acme', source: 'site' }, earlierMessages: 0 },
  ...{ id: { value: '1', source: 'site' }, subject: { value: 'Mira’s printer', source: 'site' } },
  ...{
    requester: { value: { email: 'ana@acme.example' }, source: 'site' },
    messages: [],
    unread: ['status'],
  },
};

chromiumTest('what is copied says how it goes, and names no customer and no site', async () => {
  const options = await dueline.openOwn('options');
  await options.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await options.evaluate(
    (facts) =>
      (
        globalThis as unknown as { chrome: { storage: { local: { set(values: object): Promise<void> } } } }
      ).chrome.storage.local.set({ tickets: { one: { facts, seenMs: Date.parse('2026-06-10T09:00Z') } } }),
    FACTS,
  );
  const section = options.locator('[data-part=diagnostics]');
  await section.getByRole('button', { name: 'Run the self-test' }).click();
  await section.locator('.findings').waitFor();
  expect(await section.getByText('not in order').count()).toBe(0);
  await section.getByRole('button', { name: 'Copy as text' }).click();
  await section.getByText('Copied.').waitFor();
  const text = await options.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^Dueline\nversion: \d/);
  expect(text).toContain('directory: 2\n');
  expect(text).toContain('rulebook: service-management');
  expect(text).toContain('sites: 2\n');
  expect(text).toContain(
    'readers: zendesk, 2026-06-10T09:00:00.000Z: id, subject, requester, organisation, messages 0; unread: status\n',
  );
  expect(text).toMatch(/sync: –\nqueue: 0\nstorage: \d+\.\d kB\n {2}directory/);
  expect(text).not.toMatch(/Acme|printer|ana@|desk\.example|Binford|Mira|Noah|127\.0\.0\.1|localhost|\(!\)/);
  expect(await axeFindings(options)).toEqual([]);
});
