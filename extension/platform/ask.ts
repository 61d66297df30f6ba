/** The one way from a surface to the background. */
import { browser } from 'wxt/browser';
import type { AnswerFor, Push, Request } from './messages.ts';

/** Sends a request. Rejects where the background cannot be reached; a refusal is an answer. */
export async function ask<R extends Request>(request: R): Promise<AnswerFor<R>> {
  return (await browser.runtime.sendMessage(request)) as AnswerFor<R>;
}

/** Calls back on each push of the background, until the signal ends. */
export function onPush(callback: (push: Push) => void, signal: AbortSignal): void {
  const listener = (message: unknown, sender: { id?: string | undefined; tab?: unknown }) => {
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return;
    if (isPush(message)) callback(message);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => {
    // An invalidated extension has no runtime left to remove from, and delivers nothing any more.
    if (browser.runtime?.id !== undefined) browser.runtime.onMessage.removeListener(listener);
  });
}

function isPush(message: unknown): message is Push {
  if (typeof message !== 'object' || message === null) return false;
  const { type } = message as Push;
  return type === 'changed' || type === 'switched-off' || type === 'toggle';
}
