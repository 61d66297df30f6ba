/** A customer card in the built extension: made by the manager, opened and kept by the customer, shown by the popup. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { fileOf } from '../support/extension-browser.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { NOON_ZONE, nowMs } from '../support/plain-tickets.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const dueline = useExtension([], { directory: plainDirectory() });

interface Order {
  signed: boolean;
  of?: string;
  shared?: readonly string[];
}

/** Makes a card in the options and gives the text of the file that is saved. */
async function makeCard({ signed, of = 'E-1', shared = [] }: Order): Promise<string> {
  const options = await dueline.openOwn('options');
  const maker = options.locator('[data-part=cards]');
  await maker.getByLabel('Engagement').selectOption(of);
  await maker.locator('[name=signed]').setChecked(signed);
  for (const what of ['contacts', 'hours']) {
    await maker.locator(`[name=${what}]`).setChecked(shared.includes(what));
  }
  await maker.getByRole('button', { name: 'Make the card' }).click();
  const download = options.waitForEvent('download');
  await maker.getByRole('button', { name: 'Save as a file' }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

async function openCard(text: string) {
  const page = await dueline.openOwn('card');
  await page.getByLabel('Link or text of the card').fill(text);
  await page.getByRole('button', { name: 'Open' }).click();
  return page;
}

chromiumTest('a card that cannot be opened says why, and keeps nothing', async () => {
  const page = await openCard('dueline-card-1.AAAA');
  await page.locator('[data-part=card-problems]').waitFor();
  expect(await page.locator('[data-part=card-problems]').innerText()).toContain('cut off or changed');
  expect(await page.getByRole('button', { name: 'Keep this card' }).count()).toBe(0);
});

chromiumTest(
  'an unsigned card is said to be anybody’s; a signed one asks to compare the key once',
  async () => {
    const unsigned = await openCard(await makeCard({ signed: false }));
    await unsigned.locator('[data-part=customer]').waitFor();
    expect(await unsigned.locator('[data-part=card-standing]').innerText()).toContain(
      'anybody can have written it',
    );
    await unsigned.getByRole('button', { name: 'Keep this card' }).click();
    await unsigned.getByText('Kept.').waitFor();

    const signed = await openCard(await makeCard({ signed: true }));
    const options = await dueline.openOwn('options');
    const [key] = /([0-9A-F]{4}-){4}[0-9A-F]{4}/.exec(
      await options.locator('[data-part=cards]').innerText(),
    )!;
    expect(await signed.locator('[data-part=keep]').innerText()).toContain(
      `If it is ${key}, the card is theirs.`,
    );
    await signed.getByRole('button', { name: 'The key is theirs: keep the card' }).click();
    await signed.getByText('From your service manager').waitFor();
  },
);

chromiumTest(
  'a later card that nobody has signed warns before it takes the place of the manager’s',
  async () => {
    const page = await openCard(await makeCard({ signed: false }));
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain(
      'This one is not: keep it only if you know why.',
    );
  },
);

chromiumTest('the link’s card is opened, and stays out of the browser’s history', async () => {
  const text = (await makeCard({ signed: true })).trim();
  const page = await dueline.openOwn('card');
  const address = page.url();
  await page.evaluate((card) => {
    location.hash = card;
    location.reload();
  }, text);
  await page.locator('[data-part=customer]').waitFor();
  expect(await page.locator('[data-part=customer]').innerText()).toBe('Acme <b>GmbH</b>');
  expect(page.url()).toBe(address);
});

chromiumTest(
  'the customer’s popup shows the card without any directory; forgotten, it comes back by an undo',
  async () => {
    const options = await dueline.openOwn('options');
    await options.locator('[data-part=directory]').getByRole('button', { name: 'Remove' }).click();
    await options.locator('[data-part=cards]').waitFor({ state: 'detached' });
    const popup = await dueline.openOwn('popup');
    expect(await popup.locator('[data-part=customer]').innerText()).toBe('Acme <b>GmbH</b>');
    expect(await popup.locator('[data-part=card-standing]').innerText()).toContain(
      'From your service manager',
    );
    expect(await popup.locator('main').innerText()).toContain('Answer within 1 business day');
    await popup.getByRole('button', { name: 'This key is theirs no more' }).click();
    await popup.getByText('Signed with a key that you do not know yet').waitFor();
    await popup.getByRole('button', { name: 'The key is theirs', exact: true }).click();
    await popup.getByText('From your service manager').waitFor();
    await popup.getByRole('button', { name: 'Forget this card' }).click();
    await popup.getByText('The card is forgotten.').waitFor();
    await popup.locator('[data-part=customer]').waitFor({ state: 'detached' });
    await popup.getByRole('button', { name: 'Bring it back' }).click();
    await popup.locator('[data-part=customer]').waitFor();
  },
);

chromiumTest(
  'an older card is not kept in the place of a newer one, by whatever way it is asked',
  async () => {
    await dueline.importDirectory(plainDirectory());
    const older = (await makeCard({ signed: true })).trim();
    const newer = (await makeCard({ signed: true })).trim();
    const page = await dueline.openOwn('card');
    const keep = (text: string) =>
      page.evaluate(
        `chrome.runtime.sendMessage(${JSON.stringify({ type: 'keep-card', text, trust: false })})`,
      ) as Promise<{ kind: string; code?: string }>;
    expect(await keep(newer)).toMatchObject({ kind: 'done' });
    expect(await keep(older)).toMatchObject({ kind: 'refused', code: 'card-older' });
    const opened = await openCard(older);
    await opened.getByText('You have a newer card of this engagement already.').waitFor();
    expect(await opened.getByRole('button', { name: 'Keep this card' }).count()).toBe(0);
  },
);

chromiumTest('a file is opened as well, and a file that is no card is refused', async () => {
  const page = await dueline.openOwn('card');
  await page.setInputFiles('input[type=file]', fileOf('notes.txt', 'Dear customer, see you on Monday.'));
  await page.locator('[data-part=card-problems]').waitFor();
  expect(await page.locator('[data-part=card-problems]').innerText()).toContain(
    'There is no customer card in it',
  );
});

chromiumTest('of several cards the one that was chosen stays, whatever is told meanwhile', async () => {
  await dueline.importDirectory(plainDirectory());
  for (const of of ['E-1', 'E-2']) {
    const page = await openCard(await makeCard({ signed: false, of }));
    await page.getByRole('button', { name: 'Keep this card' }).click();
    await page.getByText('Kept.').waitFor();
  }
  const popup = await dueline.openOwn('popup');
  await popup.getByRole('tab', { name: 'Customer' }).click();
  const choice = popup.getByLabel('Engagement');
  const card = await choice.locator('option').evaluateAll((options) => {
    const cards = options.map((option) => (option as HTMLOptionElement).value);
    return cards.find((value) => value.startsWith('card') && value.includes('Binford'))!;
  });
  await choice.selectOption(card);
  await popup.getByText('None when the card was made.').waitFor();
  expect(await choice.inputValue()).toBe(card);
  // What changes anything tells an open popup, which asks again: here the language.
  await popup.evaluate("chrome.runtime.sendMessage({ type: 'set-language', language: 'de' })");
  await popup.getByText('Keine, als die Karte erstellt wurde.').waitFor();
  expect(await popup.locator('select').inputValue()).toBe(card);
  expect(await popup.locator('[data-part=customer]').innerText()).toBe('Binford');
  await popup.evaluate("chrome.runtime.sendMessage({ type: 'set-language', language: 'en' })");
});

chromiumTest(
  'what the manager shares is seen by the customer, with its day; else none of it is',
  async () => {
    const { calendars, engagements, ...rest } = plainDirectory();
    const contacts = [{ name: 'Ana Ruiz', email: 'ana@acme.example' }];
    // Where it is noon no week ends while this test runs.
    const date = new Date(nowMs).toISOString().slice(0, 10);
    await dueline.importDirectory({
      ...rest,
      calendars: [{ ...calendars[0]!, zone: NOON_ZONE }],
      engagements: [{ ...engagements[0]!, contacts }, engagements[1]!],
      activities: [{ id: 'A-1', engagement: 'E-1', date, hours: 8.5, deliverable: 'maintenance' }],
    });
    const silent = await openCard(await makeCard({ signed: false }));
    await silent.locator('[data-part=customer]').waitFor();
    expect(await silent.locator('[data-part=contacts]').count()).toBe(0);
    const shown = await openCard(await makeCard({ signed: false, shared: ['contacts', 'hours'] }));
    const said = await shown.locator('[data-part=contacts]').innerText();
    expect(said).toContain('Ana Ruiz');
    expect(said).toContain('Contacts 1 of 3');
    expect(said).toMatch(/Hours this week 8\.5 of 10/);
    expect(said).toContain('As of');
    expect(said).not.toContain('Cases');
  },
);

chromiumTest(
  'a new key asks to be compared once more; cards of the one before say that it is older',
  async () => {
    await dueline.importDirectory(plainDirectory());
    const before = (await makeCard({ signed: true })).trim();
    const options = await dueline.openOwn('options');
    const maker = options.locator('[data-part=cards]');
    const named = async () => /([0-9A-F]{4}-){4}[0-9A-F]{4}/.exec(await maker.innerText())![0];
    const oldKey = await named();
    await options.evaluate(
      `chrome.runtime.sendMessage(${JSON.stringify({ type: 'keep-card', text: before, trust: true })})`,
    );
    await maker.getByRole('button', { name: 'Make a new key' }).click();
    await maker.getByText('New cards bear the new key').waitFor();
    expect(await named()).not.toBe(oldKey);

    const page = await openCard(await makeCard({ signed: true }));
    await page.getByText('This one is not: keep it only if you know why.').waitFor();
    await page.getByRole('button', { name: 'The key is theirs: keep the card' }).click();
    await page.getByText('From your service manager').waitFor();
    const late = await openCard(before);
    await late.getByText('Signed with an older key of your service manager: ask for a new card').waitFor();

    await maker.getByRole('button', { name: 'Bring it back' }).click();
    await expect.poll(named, { timeout: 10_000 }).toBe(oldKey);
  },
);
