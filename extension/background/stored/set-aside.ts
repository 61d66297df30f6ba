/** What of the storage cannot be read is set aside as it is, once, and the rest goes on. */
import { browser } from 'wxt/browser';
import * as everyCard from '../../state/cards.ts';
import { setAsideItem } from '../../state/set-aside.ts';
import * as everySetting from '../../state/settings.ts';
import * as everyTracker from '../../state/trackers.ts';
import { SHAPES } from './shapes.ts';

interface Item {
  key: string;
  fallback: unknown;
  getValue(): Promise<unknown>;
  setValue(value: never): Promise<void>;
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && 'key' in value && 'getValue' in value;
}

const ITEMS = [everyCard, everySetting, everyTracker].flatMap((all) =>
  Object.values(all as object).filter(isItem),
);

let checked: Promise<void> | null = null;

/** Looks at everything stored, once for each start; whoever answers anything waits for it. */
export function storageChecked(nowMs: number): Promise<void> {
  checked ??= checkNow(nowMs);
  return checked;
}

async function checkNow(nowMs: number): Promise<void> {
  for (const item of ITEMS) {
    const name = item.key.replace(/^local:/, '');
    const clean = SHAPES[name];
    if (!clean || name === item.key) continue;
    // Brings what an earlier version stored into today's shape, where there is a way.
    await item.getValue();
    const stored: unknown = (await browser.storage.local.get(name))[name];
    if (stored === undefined || stored === null) continue;
    const usable = withDefaults(clean(stored), item.fallback);
    if (JSON.stringify(usable) === JSON.stringify(stored)) continue;
    try {
      await setAsideItem.setValue({
        ...(await setAsideItem.getValue()),
        [name]: { value: stored, atMs: nowMs },
      });
      await item.setValue(usable as never);
    } catch (error) {
      // No room to set it aside: it stays where it is, and each item's own check keeps its kind.
      console.error(error);
    }
  }
}

function withDefaults(cleaned: unknown, fallback: unknown): unknown {
  if (cleaned === undefined) return fallback;
  if (typeof cleaned !== 'object' || cleaned === null || Array.isArray(cleaned)) return cleaned;
  const defaults = Object.entries(cleaned).map(([name, part]) => [
    name,
    part === undefined ? (fallback as Record<string, unknown> | null)?.[name] : part,
  ]);
  return Object.fromEntries(defaults);
}
