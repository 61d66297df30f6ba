/** The right to show notifications: asked for when the user switches them on, never before. */
import { browser } from 'wxt/browser';

const RIGHT = { permissions: ['notifications' as const] };

export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(RIGHT);
}

/** Asks the user. Must be called straight from a click: browsers refuse it otherwise. */
export function askToNotify(): Promise<boolean> {
  return browser.permissions.request(RIGHT);
}
