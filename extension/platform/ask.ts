/** The one way from a surface to the background. */
import { browser } from 'wxt/browser';
import type { AnswerFor, Push, Request } from './messages.ts';

/** What changes nothing, or comes to the same when it is asked twice. */
const REPEATABLE: ReadonlySet<Request['type']> = new Set([
  'bring',
  'mapping',
  'options',
  'popup',
  'rows',
  'ticket',
]);
const MOST_TRIES = 3;
/** A background that ends in the moment it hears a question may leave it without any answer at all. */
const PATIENCE_MS = 20_000;

/**
 * Sends a request. Rejects where the background cannot be reached; a refusal is an answer. The browser may end the
 * background while it answers: a question is then asked of the next one, a change of which nobody knows is not.
 */
export async function ask<R extends Request>(request: R): Promise<AnswerFor<R>> {
  if (!REPEATABLE.has(request.type)) return send(request);
  for (let tries = 1; ; tries++) {
    try {
      return await withPatience(send(request));
    } catch (error) {
      if (tries === MOST_TRIES || browser.runtime?.id === undefined) throw error;
    }
  }
}

async function send<R extends Request>(request: R): Promise<AnswerFor<R>> {
  return (await browser.runtime.sendMessage(request)) as AnswerFor<R>;
}

function withPatience<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const none = () => reject(new Error('no answer'));
    const timer = setTimeout(none, PATIENCE_MS);
    // Where it ends before it has heard the question, browsers say that it answered nothing.
    const settle = (given: T) => (given === undefined ? none() : resolve(given));
    answer.then(settle, reject).finally(() => clearTimeout(timer));
  });
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
