/** The one way from a surface to the background. */
import { browser } from 'wxt/browser';
import type { AnswerFor, Push, Request } from './messages.ts';

/**
 * What changes nothing, or comes to the same when it is asked twice; and how often it is asked at most. A page of
 * somebody else has no other moment to ask again: it goes on until there is an answer.
 */
const TRIES: { [Type in Request['type']]?: number } = {
  bring: Number.POSITIVE_INFINITY,
  mapping: 4,
  options: 4,
  popup: 4,
  rows: Number.POSITIVE_INFINITY,
  ticket: Number.POSITIVE_INFINITY,
};
/** A background that ends in the moment it hears a question may leave it without any answer at all. */
const PATIENCE_MS = 20_000;
/** Each end of the background ends all questions of all tabs: asked again at once, they would soon be used up. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Sends a request. Rejects where the background cannot be reached; a refusal is an answer. The browser may end the
 * background while it answers: a question is then asked of the next one, until nobody waits for the answer any more; a
 * change of which nobody knows whether it was done is not.
 */
export async function ask<R extends Request>(request: R, signal?: AbortSignal): Promise<AnswerFor<R>> {
  const most = TRIES[request.type];
  if (most === undefined) return send(request);
  for (let tries = 1; ; tries++) {
    try {
      return await withPatience(send(request));
    } catch (error) {
      if (tries === most || isOver(signal)) throw error;
      await pause(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 4 ** (tries - 1)));
      if (isOver(signal)) throw error;
    }
  }
}

/** What was pushed to this page before anything in it could hear it. */
const unheard: Push[] = [];
const drawing = new AbortController();
let isDrawing = false;

/**
 * For the first question of one of our own pages, which has something to say where nobody answers. What changes while
 * the page waits for the answer, or is being drawn, is told to those who listen once it is.
 */
export function askFirst<R extends Request>(request: R): Promise<AnswerFor<R> | undefined> {
  if (!isDrawing) onPush((push) => unheard.push(push), drawing.signal);
  isDrawing = true;
  return ask(request).catch((error: unknown) => {
    console.error(error);
    return undefined;
  });
}

/** Whoever asked has gone, or the extension was updated or removed under the page. */
const isOver = (signal: AbortSignal | undefined) =>
  signal?.aborted === true || browser.runtime?.id === undefined;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

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
  if (signal !== drawing.signal) {
    drawing.abort();
    for (const push of unheard) callback(push);
  }
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
