/** A page on a machine where it is noon: no day ends while a test runs. */
import type { Page } from 'playwright-core';
import { NOON_ZONE } from './plain-tickets.ts';

export async function atNoon<P extends Page>(page: P): Promise<P> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTimezoneOverride', { timezoneId: NOON_ZONE });
  await page.reload();
  return page;
}
