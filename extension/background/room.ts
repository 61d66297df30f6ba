/** Whether a directory fits into what the browser gives, beside the one that an undo brings back. */
import { browser } from 'wxt/browser';
import { type Problem, problem } from '#core/problem.ts';
import { directoryBeforeItem, directoryGoodItem, directoryItem } from '../state/settings.ts';

const MEGABYTE = 1_000_000;
const TENTH = MEGABYTE / 10;
/** For everything that is written meanwhile. */
const SPARE = TENTH;
const OWN = [directoryItem, directoryBeforeItem, directoryGoodItem].map(({ key }) =>
  key.slice('local:'.length),
);

/** Looked at before anything is replaced. A browser that names no limit has none. */
export async function roomFor(next: unknown): Promise<Problem | null> {
  const quota = browser.storage.local.QUOTA_BYTES ?? Number.POSITIVE_INFINITY;
  const stored = await browser.storage.local.get(null);
  const others = Object.keys(stored).filter((key) => !OWN.includes(key));
  const held = others.reduce((sum, key) => sum + bytesOf(stored[key]), SPARE);
  const [wanted, room] = [bytesOf(next), quota - held - bytesOf(stored[OWN[0]!])];
  if (wanted <= room) return null;
  const tenths = (bytes: number, whole: (value: number) => number) => whole(bytes / TENTH) / 10;
  return problem('no-room', [], {
    megabytes: tenths(wanted, Math.ceil),
    limitMegabytes: Math.max(0, tenths(room, Math.floor)),
  });
}

/** As the browser counts them. */
function bytesOf(value: unknown): number {
  return value === undefined ? 0 : new TextEncoder().encode(JSON.stringify(value)).length;
}
