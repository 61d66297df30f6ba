/** What the sidebar's questions are answered from. */
import type { Language } from '#core';
import type { Words } from '#core/tracker/index.ts';
import type { OpenTracker } from '../open-tracker.ts';
import type { NotReadable } from '../read-rows.ts';
import type { SidebarAnswer } from './protocol.ts';

export interface Asking {
  language: Language;
  nowMs: number;
}

export interface Desk extends Asking, OpenTracker {
  /** In the language of whoever asks. */
  words: Words;
}

/** Where there is nothing to answer from, what to do about it. */
export function unread({ missing, isBare }: NotReadable): SidebarAnswer {
  return isBare ? { kind: 'not-set-up' } : { kind: 'damaged', text: missing };
}
