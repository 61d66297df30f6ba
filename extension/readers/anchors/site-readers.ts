/** Reads pages of known systems: their data, then their anchors, then whatever any page says, fact by fact. */
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { Reader, ReadOptions, Steps } from '../reader.ts';
import { SITES } from '../sites/index.ts';
import { addressId, isPageOf, type SiteReader } from '../sites/site-reader.ts';
import { factsFrom } from './json.ts';
import { JsonStore, type JsonStoreOptions } from './json-store.ts';
import { layered } from './layers.ts';
import { readSite } from './read-site.ts';
import { reportOf } from './report.ts';

export interface SiteReaders {
  /** `generic` reads what a site's own reader leaves unread, and pages of no known system. */
  read(document: Document, url: URL, options: ReadOptions, generic: Reader): Steps<TicketFacts | null>;
  /** What has become of a site's anchors, for those who mend its reader; nothing that the page says. */
  report(document: Document, url: URL, facts: TicketFacts): string | null;
}

export function makeSiteReaders(json: JsonStoreOptions): SiteReaders {
  const store = new JsonStore(json);
  const siteOf = (document: Document, url: URL) => SITES.find((site) => isPageOf(site, document, url));
  return {
    *read(document, url, options, generic) {
      const site = siteOf(document, url);
      if (!site) return yield* generic(document, url, options);
      const byAnchors = readSite(site, document, url, options);
      yield;
      const byPage = yield* generic(document, url, { ...options, known: byAnchors !== null });
      const read = withData(store, site, url, byAnchors ?? byPage);
      if (read && read !== byPage) return flagged(layered(read, byPage), byAnchors, byPage, site);
      return byPage && lost(byPage, site);
    },
    report(document, url, facts) {
      const site = siteOf(document, url);
      return site ? reportOf(site, document, facts) : null;
    },
  };
}

/** What the system itself says goes before what its page shows. */
function withData(
  store: JsonStore,
  site: SiteReader,
  url: URL,
  page: TicketFacts | null,
): TicketFacts | null {
  const id = addressId(site, url);
  if (!site.json || id === null || page === null) return page;
  const shown = `${page.messages.length} ${page.status?.value.shown ?? ''}`;
  const ticket = store.ticket(site, id, shown);
  if (ticket === null) return page;
  const { url: href, language } = page;
  const frame = {
    url: href,
    language,
    reader: site.id,
    id: page.id ?? { value: id, source: 'url' as const },
  };
  return layered(factsFrom(ticket, frame), page);
}

/** The thread came from the page at large, because the anchors of its messages are gone. */
function flagged(
  facts: TicketFacts,
  byAnchors: TicketFacts | null,
  byPage: TicketFacts | null,
  site: SiteReader,
): TicketFacts {
  const isByPage = facts.messages === byPage?.messages && facts.messages.length > 0;
  const isLost = isByPage && !byAnchors?.messages.length && site.anchors.threads.length > 0;
  return isLost ? lost(facts, site) : facts;
}

/** A site of which we know no anchors has lost none. */
function lost(facts: TicketFacts, { name, anchors: { subject, threads } }: SiteReader): TicketFacts {
  return subject.length + threads.length > 0 ? { ...facts, changed: name } : facts;
}
