/** The guide's own example for administrators, saved word for word, in real Chromium: each of its values holds. */
import { expect } from 'vitest';
import { guideExamples, writePolicy } from '../support/managed-policy.ts';
import { managedTest, useManaged } from '../support/use-managed.ts';

const managed = useManaged((id) => writePolicy(id, guideExamples()[0]!.replace("the extension's id", id)));
const { ask } = managed;

managedTest('language: German, and not to be changed', async () => {
  expect(await managed.options.evaluate(() => document.documentElement.lang)).toBe('de');
  expect(await managed.options.locator('#language').isDisabled()).toBe(true);
});

managedTest('googleClient: in use, and not to be changed', async () => {
  const shown = await ask({ type: 'trackers', action: { do: 'show' } });
  expect(shown.client).toMatchObject({ id: '1234.apps.googleusercontent.com' });
  const asked = await ask({ type: 'trackers', action: { do: 'set-client', id: 'another', secret: '' } });
  expect(asked.problem).toMatchObject({ code: 'managed' });
});

managedTest('rulebook: its reading counts, and not to be changed', async () => {
  const tried = await ask({ type: 'try-readings', readings: {} });
  expect(tried.readings).toMatchObject({ businessDay: 'end-of-day' });
  const set = await ask({ type: 'set-readings', readings: { businessDay: 'same-time' } });
  expect(set).toMatchObject({ code: 'managed' });
});

managedTest('sites and locks: the one site is offered, and no other can be named', async () => {
  await managed.options
    .locator('#sites')
    .getByRole('button', { name: 'https://desk.example einschalten' })
    .waitFor();
  expect(await managed.options.locator('#sites input[name=site]').count()).toBe(0);
});

managedTest('welcome: no page opens by itself; nothing of the example is named as unusable', async () => {
  const open = managed.context.pages().map((page) => page.url());
  expect(open.filter((url) => url.includes('welcome'))).toEqual([]);
  expect((await ask({ type: 'diagnose' })).findings).toContainEqual({ name: 'policy', value: '0', ok: true });
});
