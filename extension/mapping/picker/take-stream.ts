/** What is learnt of a thread from one of its messages, and how it would be read. */
import type { StreamParts } from '../../platform/mapping.ts';
import { lastReading } from '../contract.ts';
import { type Root, rootsOf } from '../roots.ts';
import { itemAnchors, messagesAround } from '../stream/items.ts';
import { rolesOf } from '../stream/marks.ts';
import { nameParts, timeParts } from '../stream/parts.ts';
import { messagesIn } from '../stream/read.ts';
import type { Taken, TakenStream } from './model.ts';

export function takeStream(window: Window, element: Element): Taken {
  const roots = rootsOf(window.document);
  const items = messagesAround(element);
  const item = items.find((each) => each.contains(element)) ?? element;
  const [times, names] = [timeParts(item, items), nameParts(item, items)];
  const parts: StreamParts = {
    at: times[0]?.selectors ?? [],
    author: names[0]?.selectors ?? [],
    roles: rolesOf(items),
  };
  const stream = { items, times, names, parts, read: [] };
  return {
    fact: 'messages',
    text: '',
    anchors: itemAnchors(items, roots),
    stream: readAnew(window, stream, parts, roots),
  };
}

/** The same messages, read by other parts. */
export function readAnew(
  { document }: Window,
  stream: TakenStream,
  parts: StreamParts,
  roots: readonly Root[] = [],
): TakenStream {
  const reading = lastReading();
  if (!reading) return { ...stream, parts };
  const { options, amended } = reading;
  const page = { document, roots, options, requester: amended?.requester?.value ?? null };
  return { ...stream, parts, read: messagesIn(stream.items, parts, page) };
}
