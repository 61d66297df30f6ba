/** What is kept of many sites, up to a number: no site takes the room of the others, whatever its pages ask for. */
import { siteOf } from '../platform/sites.ts';

/**
 * The last of some entries; where they are too many, the first of the site that has the most gives way.
 * @param entries the oldest first
 */
export function fairShare<T>(entries: readonly T[], most: number, urlOf: (entry: T) => string): T[] {
  const kept = [...entries];
  while (kept.length > most) {
    const counts = new Map<string | null, number>();
    for (const entry of kept) {
      const site = siteOf(urlOf(entry));
      counts.set(site, (counts.get(site) ?? 0) + 1);
    }
    const largest = Math.max(...counts.values());
    kept.splice(
      kept.findIndex((entry) => counts.get(siteOf(urlOf(entry))) === largest),
      1,
    );
  }
  return kept;
}
