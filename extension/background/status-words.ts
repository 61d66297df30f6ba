/** What a site's own words for a status come to, as its user has said: it goes before every reading of ours. */
import type { StatusKind, StatusWord } from '../platform/mapping.ts';
import { siteOf } from '../platform/sites.ts';
import { statusWordsItem, update } from '../state/settings.ts';
import { MOST_WORDS } from './mapping-schema.ts';
import { statusKey } from './own-status.ts';

export async function statusWordsOf(url: string): Promise<StatusWord[]> {
  const own = siteOf(url);
  const sites = await statusWordsItem.getValue();
  return own !== null && Object.hasOwn(sites, own) ? sites[own]! : [];
}

/** Keeps what a word of a site comes to; `null` forgets it. */
export async function setStatusWord(site: string, word: string, kind: StatusKind | null): Promise<void> {
  await update(statusWordsItem, (sites) => {
    const own = Object.hasOwn(sites, site) ? sites[site]! : [];
    const rest = own.filter((each) => statusKey(each.word) !== statusKey(word));
    const words = kind === null ? rest : [...rest, { word: word.trim(), kind }].slice(-MOST_WORDS);
    const others = Object.entries(sites).filter(([name]) => name !== site);
    return Object.fromEntries(words.length > 0 ? [...others, [site, words]] : others);
  });
}
