/** Firefox has its user agree before anything goes out of the browser, to the user's own sheets too. */
import { browser } from 'wxt/browser';
import { SENT_KINDS } from './sent-kinds.ts';

/** The browser's types are Chromium's, which knows no such permission. */
const sending = { data_collection: [...SENT_KINDS] } as { permissions?: never };

/** Whether the user lets it; taken back in Firefox' own list of add-ons, it holds from the next call on. */
export async function maySend(): Promise<boolean> {
  return !import.meta.env.FIREFOX || (await browser.permissions.contains(sending));
}

/** Asks the user. Must be called straight from a click: Firefox refuses it otherwise. */
export async function askToSend(): Promise<boolean> {
  return !import.meta.env.FIREFOX || (await browser.permissions.request(sending));
}
