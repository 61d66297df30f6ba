/** What users have shown Dueline on a site's pages: kept by site, and in a file that others can use. */
import { type Problem, problem } from '#core/problem.ts';
import { addressShape } from '../mapping/address.ts';
import type { FactMapping, MappedFact, MappedSite, PageMapping } from '../platform/mapping.ts';
import { siteOf } from '../platform/sites.ts';
import { mappingsItem, type StoredMappings, statusWordsItem, update } from '../state/settings.ts';
import { MOST_PAGES, MOST_SITES, mappingsFile } from './mapping-schema.ts';
import { setStatusWord } from './status-words.ts';

export async function mappingsOf(url: string): Promise<PageMapping[]> {
  const own = siteOf(url);
  const sites = await mappingsItem.getValue();
  return own !== null && Object.hasOwn(sites, own) ? sites[own]! : [];
}

/** Whether the user has mapped facts on pages like the one at an address. */
export async function isMapped(url: string): Promise<boolean> {
  const shape = addressShape(url);
  return (await mappingsOf(url)).some(({ address }) => address === shape);
}

/** Keeps where a fact stands on pages like this one; without anchors it is forgotten. */
export async function mapFact(url: string, mapping: FactMapping): Promise<void> {
  const own = siteOf(url);
  if (own === null) return;
  await changePage(own, addressShape(url), (facts) => {
    const rest = facts.filter(({ fact }) => fact !== mapping.fact);
    return mapping.anchors.length === 0 ? rest : [...rest, mapping];
  });
}

/** Forgets one fact of a kind of page, or all of them. */
export async function forgetMapping(own: string, address: string, fact: MappedFact | null): Promise<void> {
  await changePage(own, address, (facts) => facts.filter((each) => fact !== null && each.fact !== fact));
}

async function changePage(
  own: string,
  address: string,
  change: (facts: FactMapping[]) => FactMapping[],
): Promise<void> {
  await update(mappingsItem, (sites) => {
    const pages = Object.hasOwn(sites, own) ? sites[own]! : [];
    const facts = change(pages.find((page) => page.address === address)?.facts ?? []);
    const others = pages.filter((page) => page.address !== address);
    return withSite(
      sites,
      own,
      facts.length > 0 ? [...others, { address, facts }].slice(-MOST_PAGES) : others,
    );
  });
}

function withSite(sites: StoredMappings, own: string, pages: PageMapping[]): StoredMappings {
  const rest = Object.entries(sites).filter(([name]) => name !== own);
  if (pages.length > 0) rest.push([own, pages]);
  return Object.fromEntries(rest.slice(-MOST_SITES));
}

export async function mappedSites(): Promise<MappedSite[]> {
  const [pages, words] = await Promise.all([mappingsItem.getValue(), statusWordsItem.getValue()]);
  const sites = new Set([...Object.keys(pages), ...Object.keys(words)]);
  return [...sites]
    .map((site) => ({ site, pages: pages[site] ?? [], statuses: words[site] ?? [] }))
    .sort((one, other) => (one.site < other.site ? -1 : 1));
}

export async function exportMappings(): Promise<string> {
  const file = { format: 'dueline-mappings', version: 1, sites: await mappedSites() };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Takes the sites of a file in; the places of a site that was mapped before are replaced. Says how many. */
export async function importMappings(text: string): Promise<number | Problem> {
  const document = parsed(text);
  const file = mappingsFile.safeParse(document);
  if (!file.success) {
    const [issue] = file.error.issues;
    const path = (issue?.path ?? []).map((step) => (typeof step === 'number' ? step : String(step)));
    // Of what the schema asks only the selectors have a rule of their own.
    return problem(issue?.code === 'custom' ? 'mapping-selector' : 'mapping-invalid', path, {});
  }
  for (const { site: name, pages, statuses = [] } of file.data.sites) {
    // A file that tells of words alone takes no place away.
    if (pages.length > 0) await update(mappingsItem, (sites) => withSite(sites, name, pages));
    for (const { word, kind } of statuses) await setStatusWord(name, word, kind);
  }
  return file.data.sites.length;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is no mapping either; the check below says so.
    return null;
  }
}
