/** Which sites the user has switched on: the browser's own record of granted origins is the only one. */
import { browser } from 'wxt/browser';
import { patternOf, siteOfPattern } from './sites.ts';

/** Granted patterns, those of the manifest (a demo build's loopback) included. */
export async function grantedPatterns(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((pattern) => siteOfPattern(pattern) !== null).sort();
}

export async function grantedSites(): Promise<string[]> {
  const sites = (await grantedPatterns()).map((pattern) => siteOfPattern(pattern)!);
  return [...new Set(sites)].sort();
}

export function isSwitchedOn(site: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(site)] });
}

/** Asks the user. Must be called straight from a click: browsers refuse it otherwise. */
export function switchOn(site: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(site)] });
}

/** `false` where the browser keeps the site on (one that the manifest names). */
export async function switchOff(site: string): Promise<boolean> {
  try {
    return await browser.permissions.remove({ origins: [patternOf(site)] });
  } catch {
    // Chrome throws for a permission that the manifest requires.
    return false;
  }
}
