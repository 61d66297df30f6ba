/** How the overlay is shown on a site: folded, hidden, and where. */
import type { KeptLook } from '../platform/changes.ts';
import type { SiteSettings } from '../platform/said.ts';
import { siteOf } from '../platform/sites.ts';
import { type StoredSite, sitesItem, update } from '../state/settings.ts';

/** Keeps what the user has changed, and nothing that is as it would be anyway. */
export async function keepLook(pageUrl: string, { folded, hidden, place }: KeptLook): Promise<void> {
  const site = siteOf(pageUrl);
  if (site === null) return;
  await update(sitesItem, (sites) => {
    const stored: StoredSite = { ...sites[site] };
    if (folded !== undefined) stored.unfolded = !folded;
    if (hidden !== undefined) stored.hidden = hidden;
    if (place !== undefined) stored.place = place;
    if (!stored.unfolded) delete stored.unfolded;
    if (!stored.hidden) delete stored.hidden;
    return { ...sites, [site]: stored };
  });
}

export async function siteSettings(url: string): Promise<SiteSettings> {
  const site = siteOf(url);
  const stored = site === null ? undefined : (await sitesItem.getValue())[site];
  return {
    zone: stored?.zone ?? null,
    folded: !stored?.unfolded,
    hidden: stored?.hidden ?? false,
    place: stored?.place ?? null,
  };
}

/** Whether the overlay opens by itself on a page: its panel is needed along with its line. */
export async function opensHere(pageUrl: string): Promise<boolean> {
  const { folded, hidden } = await siteSettings(pageUrl);
  return !folded && !hidden;
}
