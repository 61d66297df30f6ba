/** What the sidebar's questions are answered from. */
import type { Language } from '#core';
import type { Words } from '#core/tracker/index.ts';
import type { OpenTracker } from '../open-tracker.ts';

export interface Asking {
  language: Language;
  nowMs: number;
}

export interface Desk extends Asking, OpenTracker {
  /** In the language of whoever asks. */
  words: Words;
}
