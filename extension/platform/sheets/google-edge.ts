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

/** What an administrator enters at Google as the place to come back to. */
export function redirectAddress(): string {
  return browser.identity.getRedirectURL();
}
