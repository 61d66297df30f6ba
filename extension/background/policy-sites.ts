/** Sites that an organisation does not want are switched off again, by whatever way they came. */
import { browser } from 'wxt/browser';
import { grantedPatterns } from '../platform/permissions.ts';
import { siteOfPattern } from '../platform/sites.ts';
import { managedParts, policy } from './policy.ts';

/** The origins that stay. */
export async function keptToPolicy(origins: readonly string[]): Promise<string[]> {
  const { onlySites } = managedParts(await policy());
  if (onlySites === null) return [...origins];
  const isWanted = (pattern: string) => onlySites.includes(siteOfPattern(pattern) ?? '');
  const unwanted = origins.filter((pattern) => !isWanted(pattern));
  try {
    if (unwanted.length > 0) await browser.permissions.remove({ origins: unwanted });
  } catch (error) {
    // Chrome keeps what the manifest names; nothing of ours runs there all the same.
    console.debug(error);
  }
  return origins.filter(isWanted);
}

/** The patterns of the sites that are switched on, and may be. */
export async function sitePatterns(): Promise<string[]> {
  return keptToPolicy(await grantedPatterns());
}
