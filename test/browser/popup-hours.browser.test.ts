/** The popup tells a customer when somebody is there: in the contract's zone and in their own, and the next days off. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { chromiumProgram, type ExtensionBrowser, startExtension } from '../support/extension-browser.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { DAY, HOUR, nowMs } from '../support/plain-tickets.ts';

const chromiumTest = test.skipIf(!chromiumProgram);
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** Three days on in Tokyo, which is nine hours ahead the whole year: 09:00 there is midnight in UTC, of the same day. */
const opens = new Date(nowMs + 9 * HOUR + 3 * DAY);
const weekday = opens.getUTCDay();
const dateOf = (date: Date) => date.toISOString().slice(0, 10);
let dueline: ExtensionBrowser;

beforeAll(async () => {
  if (!chromiumProgram) return;
  dueline = await startExtension([]);
  const plain = plainDirectory();
  const week = { [DAYS[weekday]!]: [{ from: '09:00', to: '17:00' }] };
  const holidays = [{ date: dateOf(new Date(opens.getTime() + 7 * DAY)), name: 'Founders’ day' }];
  await dueline.importDirectory({
    ...plain,
    calendars: [{ id: 'always', zone: 'Asia/Tokyo', week, holidays }],
    customers: plain.customers.slice(0, 1),
    engagements: plain.engagements.slice(0, 1),
  });
}, 5 * 60_000);
afterEach(() => dueline?.closePages());
afterAll(() => dueline?.close());

chromiumTest(
  'closed now, it says when it opens in both zones, the week’s hours, and the day off',
  async () => {
    const popup = await dueline.openOwn('popup');
    const session = await popup.context().newCDPSession(popup);
    await session.send('Emulation.setTimezoneOverride', { timezoneId: 'UTC' });
    await popup.reload();
    await popup.getByText('Closed now').waitFor();
    const said = await popup.locator('main').innerText();
    expect(said).toContain(`opens ${NAMES[weekday]} 09:00 in Tokyo`);
    expect(said).toContain(`opens ${NAMES[weekday]} 00:00 your time`);
    expect(said).toContain('09:00–17:00');
    expect(said).toContain('Founders’ day');
  },
);
