/**
 * Signing in in real Firefox: its window comes up and comes back to the address that Dueline names at Google, and the
 * whole way from the button to the token and back is gone.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildForFirefox } from '../support/build.ts';
import { firefoxProgram, inBrowser, launchFirefox } from '../support/firefox.ts';
import { StandInGoogle } from '../support/google/server.ts';

const firefoxTest = test.skipIf(!firefoxProgram);
const google = new StandInGoogle();
let firefox: Awaited<ReturnType<typeof launchFirefox>> | undefined;
let options: Page;

beforeAll(async () => {
  if (!firefoxProgram) return;
  await google.start();
  firefox = await launchFirefox(await buildForFirefox());
  options = await firefox.openOwn('options');
}, 6 * 60_000);
afterAll(async () => {
  await firefox?.browser.close();
  if (firefox) await google.stop();
});

/** In Firefox the whole of `browser` is there for the extension's own pages. */
const inPage = (expression: string) => options.evaluate(`(async () => ${expression})()`);

const redirect = async () =>
  String(
    await inPage(
      "(await browser.runtime.sendMessage({ type: 'trackers', action: { do: 'show' } })).redirect",
    ),
  );

firefoxTest('the address to come back to is one that Google can take: this machine’s own', async () => {
  expect(await redirect()).toMatch(/^http:\/\/127\.0\.0\.1\/mozoauth2\/[0-9a-f]{40}$/);
});

firefoxTest('the window ends there by itself, with the code, and nothing has to listen', async () => {
  const back = await redirect();
  const asked = new URLSearchParams({
    client_id: 'client-1',
    redirect_uri: back,
    response_type: 'code',
    scope: 'https://www.googleapis.com/auth/drive.file',
    state: 'asked',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    access_type: 'offline',
    prompt: 'consent',
  });
  const url = `${google.url}auth?${asked}`;
  const ended = new URL(
    String(
      await inPage(`browser.identity.launchWebAuthFlow({ url: ${JSON.stringify(url)}, interactive: true })`),
    ),
  );
  expect(ended.origin + ended.pathname).toBe(back);
  expect(ended.searchParams.get('state')).toBe('asked');
  expect(google.signIns.codes.has(ended.searchParams.get('code')!)).toBe(true);
});

firefoxTest('an address of anybody else’s is refused by Firefox itself', async () => {
  const url = `${google.url}auth?redirect_uri=${encodeURIComponent('https://elsewhere.example/')}`;
  const flow = `browser.identity.launchWebAuthFlow({ url: ${JSON.stringify(url)}, interactive: true })`;
  expect(String(await inPage(`${flow}.catch(({ message }) => message)`))).toContain('redirect_uri');
});

const PATIENT = { timeout: 30_000 };

/** Google's addresses lead to the stand-in: the background's own code asks, Firefox's own window is shown. */
async function leadToStandIn(page: Page): Promise<void> {
  await page.exposeFunction('askStandIn', async (url: string, init: RequestInit) => {
    const { pathname, search } = new URL(url);
    const { status, text } = await fetch(new URL(pathname.slice(1) + search, google.url), init).then(
      async (answer) => ({ status: answer.status, text: await answer.text() }),
    );
    return { status, text };
  });
  await page.evaluate(`(async () => {
    const background = await browser.runtime.getBackgroundPage();
    const show = background.browser.identity.launchWebAuthFlow;
    background.browser.identity.launchWebAuthFlow = ({ url, interactive }) =>
      show({ url: ${JSON.stringify(`${google.url}auth`)} + new URL(url).search, interactive });
    background.fetch = async (url, { method, headers, body }) => {
      const { status, text } = await askStandIn(url, { method, headers, body });
      return new background.Response(text, { status });
    };
  })()`);
}

const storedIn = (page: Page, area: 'local' | 'session') =>
  page.evaluate(`browser.storage.${area}.get().then(JSON.stringify)`) as Promise<string>;

firefoxTest(
  'signed in by the button, the tokens are the session’s alone; signed out, Google has them back',
  async () => {
    const page = await firefox!.openOwn('options');
    await inPage(
      "browser.runtime.sendMessage({ type: 'trackers', action: { do: 'set-client', id: 'client-1', secret: '' } })",
    );
    await leadToStandIn(page);
    const before = new Set(google.signIns.tokens);
    await page.locator('::-p-aria(Sign in and pick sheets)').click();
    await page.locator('::-p-aria(Sign out)').setTimeout(PATIENT.timeout).wait();

    const [token] = [...google.signIns.tokens].filter((one) => !before.has(one));
    const [refresh] = google.signIns.refreshTokens;
    expect(token).toBeDefined();
    expect(await storedIn(page, 'session')).toContain(token);
    expect(await storedIn(page, 'session')).toContain(refresh);
    const kept = await storedIn(page, 'local');
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(refresh);

    await page.locator('::-p-aria(Sign out)').click();
    await expect.poll(() => google.signIns.revoked, PATIENT).toContain(refresh);
    await expect.poll(() => storedIn(page, 'session'), PATIENT).not.toContain(token);
    expect(google.signIns.refreshTokens.has(refresh!)).toBe(false);
  },
);

/** Firefox' own question about what may leave it, answered by its own buttons. */
async function answerFirefox(page: Page, button: 'button' | 'secondaryButton'): Promise<void> {
  const pressed = () =>
    inBrowser(
      page,
      `const asked = document.getElementById('addon-webext-permissions-notification');
      if (!asked || PopupNotifications.panel.state !== 'open') return false;
      asked.${button}.click();
      return true;`,
    );
  await expect.poll(pressed, PATIENT).toBe(true);
}

firefoxTest(
  'nothing is sent before Firefox was told that it may be, and nothing more once it may not',
  async () => {
    const page = await firefox!.openOwn('options');
    const kinds = '{ data_collection: ["browsingActivity", "personallyIdentifyingInfo", "websiteContent"] }';
    await page.evaluate(`browser.permissions.remove(${kinds})`);
    const set = "{ type: 'trackers', action: { do: 'set-client', id: 'client-1', secret: '' } }";
    await page.evaluate(`browser.runtime.sendMessage(${set})`);
    await leadToStandIn(page);
    await inBrowser(page, "Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', true);");
    try {
      const asked = google.signIns.codes.size;
      await page.bringToFront();
      await page.locator('::-p-aria(Sign in and pick sheets)').click();
      await answerFirefox(page, 'secondaryButton');
      await page.locator('::-p-text(You have not allowed this browser)').setTimeout(PATIENT.timeout).wait();
      expect(google.signIns.codes.size).toBe(asked);
      await page.locator('::-p-aria(Sign in and pick sheets)').click();
      await answerFirefox(page, 'button');
      await page.locator('::-p-aria(Sign out)').setTimeout(PATIENT.timeout).wait();
      expect(await page.evaluate(`browser.permissions.contains(${kinds})`)).toBe(true);
      await page.evaluate(`browser.permissions.remove(${kinds})`);
      const shown = "browser.runtime.sendMessage({ type: 'trackers', action: { do: 'show' } })";
      expect(await page.evaluate(`${shown}.then(({ signedIn }) => signedIn)`)).toBe(false);
    } finally {
      await inBrowser(
        page,
        "Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false);",
      );
    }
  },
);
