/** The browser's side of signing in at Google: its window, its randomness, its network. */
import { browser } from 'wxt/browser';
import type { SignInEdge } from './sign-in.ts';

export function signInEdge(clock: () => number): SignInEdge {
  return {
    show: (url) => browser.identity.launchWebAuthFlow({ url, interactive: true }),
    redirect: redirectAddress(),
    fetch: (url, init) => fetch(url, init),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    sha256: async (text) =>
      new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
    clock,
  };
}

const CHROMIUM = '.chromiumapp.org';

/**
 * What an administrator enters at Google as the place to come back to. Google wants addresses whose owner is known:
 * Firefox' own are Mozilla's, and so it catches this machine's own too, where nobody listens.
 */
export function redirectAddress(given = browser.identity.getRedirectURL()): string {
  const { hostname } = new URL(given);
  return hostname.endsWith(CHROMIUM) ? given : `http://127.0.0.1/mozoauth2/${hostname.split('.')[0]}`;
}
