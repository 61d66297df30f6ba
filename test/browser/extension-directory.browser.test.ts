/** The directory in the built extension: imported, refused, exported, and shown by the popup. */
import { expect } from 'vitest';
import { waitForOverlay } from '../support/closed-shadow.ts';
import { fileOf } from '../support/extension-browser.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { DAY, NOON_ZONE, nowMs, TICKETS } from '../support/plain-tickets.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const dueline = useExtension(TICKETS);

chromiumTest(
  'without a directory the overlay says so, and the popup teaches where one comes from',
  async () => {
    const page = await dueline.openTicket('1');
    expect((await waitForOverlay(page)).text).toBe('Dueline has no directory yet.');
    const popup = await dueline.openOwn('popup');
    await expect.poll(() => popup.locator('.empty p:not(.buttons)').count()).toBe(2);
  },
);

chromiumTest('a file that cannot be used is refused entry by entry, and what was there stays', async () => {
  const options = await dueline.openOwn('options');
  const broken = { ...plainDirectory(), calendars: [{ id: 'always', zone: 'Europe/Nowhere', week: {} }] };
  await options.setInputFiles('input[type=file]', fileOf('broken.json', JSON.stringify(broken)));
  const problems = options.locator('[data-part=problems]');
  await problems.waitFor();
  expect(await problems.innerText()).toContain('“Europe/Nowhere” is not a time zone');
  await options.setInputFiles('input[type=file]', fileOf('text.json', 'not json'));
  await options.getByText('text.json cannot be used').waitFor();
  await options.setInputFiles(
    'input[type=file]',
    fileOf('newer.json', '{"format":"dueline-directory","version":99}'),
  );
  await options.getByText('made by a newer Dueline (version 99').waitFor();
  expect(await options.locator('[data-part=directory] table').count()).toBe(0);
});

chromiumTest('what was said of one directory goes with it', async () => {
  const options = await dueline.openOwn('options');
  const said = () => options.locator('#directory [role=status]').allInnerTexts();
  const take = async () => {
    await options.setInputFiles(
      'input[type=file]',
      fileOf('directory.json', JSON.stringify(plainDirectory())),
    );
    await options.click('[data-part=preview] .primary');
    await options.getByText('Done.').waitFor();
  };
  await take();
  await options.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect.poll(said).toEqual(['The directory is removed. You can undo this.']);
  await take();
  await expect.poll(said).toEqual(['', 'Done. The new directory is in use in every open tab.']);
});

chromiumTest('a file of more than 20 MB is refused before it is read', async () => {
  const options = await dueline.openOwn('options');
  await options.setInputFiles('input[type=file]', fileOf('huge.json', ' '.repeat(20_000_001)));
  await options.getByText('up to 20 MB can be read').waitFor();
});

chromiumTest('while the office is closed, the popup says who answers when it opens', async () => {
  const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  // Open on one day of the week alone, the one after tomorrow where it is noon now.
  const next = new Date(nowMs + 2 * DAY);
  const weekday = DAYS[next.getUTCDay()]!;
  const week = { [weekday]: [{ from: '12:00', to: '17:00' }] };
  const directory = plainDirectory();
  const calendars = directory.calendars.map((calendar) => ({ ...calendar, zone: NOON_ZONE, week }));
  await dueline.importDirectory({ ...directory, calendars });
  const popup = await dueline.openOwn('popup');
  await popup.getByRole('tab', { name: 'Customer' }).click();
  const name = `${weekday[0]!.toUpperCase()}${weekday.slice(1)}`;
  expect(await popup.locator('[data-part=manager]').innerText()).toBe(
    `Mira Roth answers ${name}, ${MONTHS[next.getUTCMonth()]} ${next.getUTCDate()}`,
  );
});

chromiumTest(
  'the popup shows tier, target, delivery, hours, manager and backup of the directory',
  async () => {
    await dueline.importDirectory(plainDirectory());
    const popup = await dueline.openOwn('popup');
    await popup.getByRole('tab', { name: 'Customer' }).click();
    const text = await popup.locator('main').innerText();
    expect(await popup.locator('[data-part=customer]').innerText()).toBe('Acme <b>GmbH</b>');
    expect(await popup.locator('[data-part=tier]').innerText()).toBe('Premium');
    expect(text).toContain('Answer within 1 business day');
    expect(await popup.locator('[data-part=manager]').innerText()).toBe('Mira Roth answers today');
    expect(await popup.locator('[data-part=backup]').innerText()).toBe('Noah Lind');
    expect(await popup.locator('[data-part=open]').innerText()).toContain('Open now');
    const reviews = popup.locator('.entitlements li', { hasText: 'Service reviews' });
    expect(await reviews.innerText()).toContain('in person or video conference, monthly');
  },
);

chromiumTest('what is exported is what was imported', async () => {
  const options = await dueline.openOwn('options');
  const download = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Export' }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  expect(JSON.parse(Buffer.concat(chunks).toString('utf8'))).toEqual(plainDirectory());
});
