/** An organisation's own rulebook, four tiers with targets in hours, in overlay and popup: no code knows of it. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { unfoldOverlay } from '../support/closed-shadow.ts';
import type { PlainTicket } from '../support/plain-desk.ts';
import { HOUR, iso, nowMs } from '../support/plain-tickets.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const SAMPLE = JSON.parse(
  readFileSync(new URL('../core/samples/hosting-company.json', import.meta.url), 'utf8'),
);
/** Open around the clock, so that four hours of service are four hours. */
const ALWAYS = [{ from: '00:00', to: '24:00' }];
const DIRECTORY = {
  ...SAMPLE,
  calendars: [
    {
      id: 'hamburg',
      zone: 'UTC',
      week: { mon: ALWAYS, tue: ALWAYS, wed: ALWAYS, thu: ALWAYS, fri: ALWAYS, sat: ALWAYS, sun: ALWAYS },
    },
  ],
};

const ticket = (id: string, address: string): PlainTicket => ({
  id,
  subject: 'Hosting',
  requester: `A <${address}>`,
  organisation: '',
  messages: [{ from: 'customer', author: `A <${address}>`, atMs: nowMs - HOUR }],
});

const TICKETS = [ticket('1', 'a@druckerei-sued.example'), ticket('2', 'a@radverein.example')];
const dueline = useExtension(TICKETS, { directory: DIRECTORY });

chromiumTest(
  'a target of four hours counts hours, in the words of the organisation’s own clauses',
  async () => {
    const business = await unfoldOverlay(await dueline.openTicket('1'));
    expect(business).toMatchObject({
      tierName: 'Business',
      state: 'running',
      // Received an hour ago.
      due: iso(nowMs + 3 * HOUR),
    });
    expect(business.why.join('\n')).toContain('Business: first answer within 4 service hours');
    expect(business.text).toContain('Contacts 0 of 5');
    expect(business.text).toContain('Capacity review');
  },
);

chromiumTest('a tier that promises no time says so, and counts nothing down', async () => {
  const community = await unfoldOverlay(await dueline.openTicket('2'));
  expect(community).toMatchObject({ tierName: 'Community', state: 'not-stated', due: null, remaining: null });
});

chromiumTest('the popup says the target in hours, with the clause of the organisation', async () => {
  const popup = await dueline.openOwn('popup');
  await popup.getByRole('tab', { name: 'Customer' }).click();
  await popup.selectOption('select', { label: 'Druckerei Süd · p-4 · Business' });
  await expect.poll(() => popup.locator('[data-part=tier]').first().textContent()).toBe('Business');
  const text = await popup.locator('main').innerText();
  expect(text).toContain('Answer within 4 hours of business time');
  expect(text).toContain('Business: first answer within 4 service hours');
  expect(text).toContain('Service hours Monday to Saturday 08:00–20:00');
});
