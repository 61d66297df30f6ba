/** The window of the sign-in in real Firefox: it comes up, and comes back to the address that Dueline names at Google. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildForFirefox } from '../support/build.ts';
import { firefoxProgram, launchFirefox } from '../support/firefox.ts';
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
