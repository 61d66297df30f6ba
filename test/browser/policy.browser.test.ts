/** A managed policy in real Chromium: what the organisation has set is in use, is said to be so, and stays. */
import { expect } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { setPolicy } from '../support/managed-policy.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { managedTest, useManaged } from '../support/use-managed.ts';

const managed = useManaged((id) =>
  setPolicy(id, {
    directory: JSON.stringify(plainDirectory()),
    language: 'de',
    sites: ['https://desk.example/tickets', 'no site at all'],
    welcome: false,
  }),
);

managedTest(
  'the organisation’s directory is in use, said to be its own, and cannot be taken away',
  async () => {
    const section = managed.options.locator('[data-part=directory]');
    expect(await section.locator('table').innerText()).toContain('Binford');
    expect(await section.locator('[data-part=managed]').innerText()).toBe(
      'Von Ihrer Organisation festgelegt',
    );
    expect(await section.locator('input[type=file]').count()).toBe(0);
    expect(await section.getByRole('button').allInnerTexts()).toEqual(['Exportieren']);
    // A page of ours that was made to ask all the same is refused.
    const answered = await managed.ask({ type: 'remove-directory' });
    expect(answered.code).toBe('managed');
  },
);

managedTest('its language holds and is locked, and so are the readings', async () => {
  expect(await managed.options.locator('#language').isDisabled()).toBe(true);
  expect(await managed.options.evaluate(() => document.documentElement.lang)).toBe('de');
  expect(await managed.options.locator('#rulebook fieldset:not(:disabled)').count()).toBe(0);
});

managedTest('its ticket systems are offered one by one, and what cannot be used is named', async () => {
  const offered = managed.options.locator('#sites [data-part=managed] button');
  expect(await offered.allInnerTexts()).toEqual(['https://desk.example einschalten']);
  expect(await managed.options.locator('#about .warn').innerText()).toContain('sites: no site at all');
  expect(await axeFindings(managed.options)).toEqual([]);
});

managedTest('the first page does not open by itself where the organisation does not want it', async () => {
  await managed.options.locator('#about').getByRole('button', { name: 'Selbsttest ausführen' }).click();
  await managed.options.locator('.findings').waitFor();
  const pages = managed.context.pages().map((page) => page.url());
  expect(pages.filter((url) => url.endsWith('/welcome.html'))).toEqual([]);
});
