/** Sites that an organisation does not want are switched off again, by whatever way they came. */
import { browser } from 'wxt/browser';
import { siteOfPattern } from '../platform/sites.ts';
import { managedParts, policy } from './policy.ts';

/** The origins that stay. */
export async function keptToPolicy(origins: readonly string[]): Promise<string[]> {
  const { onlySites } = managedParts(await policy());
  if (onlySites === null) return [...origins];
  const isWanted = (pattern: string) => onlySites.includes(siteOfPattern(pattern) ?? '');
  const unwanted = origins.filter((pattern) => !isWanted(pattern));
  if (unwanted.length > 0) await browser.permissions.remove({ origins: unwanted });
  return origins.filter(isWanted);
}
