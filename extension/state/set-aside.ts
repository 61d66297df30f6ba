/** What was stored and could not be read, by the name of its item, for its user to export or forget. */
import { storage } from 'wxt/utils/storage';
import { soundly } from './sound.ts';

export const setAsideItem = soundly(
  storage.defineItem<Record<string, { value: unknown; atMs: number }>>('local:set-aside', {
    fallback: {},
    version: 1,
  }),
);
