/** Pages of known systems, small and of our own making, with the structure that the system's pages have. */

import type { TicketFacts } from '#core/response/ticket-facts.ts';
import { makeSiteReaders } from '../../../../extension/readers/anchors/site-readers.ts';
import { readTicket } from '../../../../extension/readers/index.ts';
import type { ReadOptions } from '../../../../extension/readers/reader.ts';
import { atOnce } from '../../../support/at-once.ts';
import { parseHTML } from '../../../support/dom.ts';
import { NOW_MS } from '../page.ts';

export function documentOf(html: string): Document {
  const whole = html.startsWith('<!doctype') ? html : `<!doctype html><html lang="en">${html}</html>`;
  return parseHTML(whole).document as unknown as Document;
}

/** A system that answers nothing: its page alone is read. */
const silent = () =>
  makeSiteReaders({
    fetch: () => new Promise<never>(() => undefined),
    clock: () => NOW_MS,
    changed: () => undefined,
  });

export function readSite(
  page: string | Document,
  url: string,
  options: Partial<ReadOptions> = {},
): TicketFacts | null {
  return atOnce(
    silent().read(
      typeof page === 'string' ? documentOf(page) : page,
      new URL(url),
      { zone: 'Europe/Berlin', browserZone: 'America/Lima', nowMs: NOW_MS, ...options },
      readTicket,
    ),
  );
}

/** What a system's own data say of a ticket: the page is empty but for a mark, the answers are given by path. */
export async function readData(
  html: string,
  url: string,
  answers: Record<string, unknown>,
): Promise<{ facts: TicketFacts | null; asked: string[] }> {
  const asked: string[] = [];
  let come: () => void = () => undefined;
  const changed = new Promise<void>((resolve) => {
    come = resolve;
  });
  const readers = makeSiteReaders({
    fetch: (path) => {
      asked.push(path);
      const answer = answers[path.split('?')[0]!];
      return Promise.resolve({ ok: answer !== undefined, json: () => Promise.resolve(answer) });
    },
    clock: () => NOW_MS,
    changed: () => come(),
  });
  const document = documentOf(html);
  const read = () =>
    atOnce(
      readers.read(
        document,
        new URL(url),
        { zone: 'Europe/Berlin', browserZone: 'America/Lima', nowMs: NOW_MS },
        readTicket,
      ),
    );
  read();
  await changed;
  return { facts: read(), asked };
}

/** The facts of the ticket itself in one line each. */
export function ticket(facts: TicketFacts | null): Record<string, string | null | undefined> {
  return {
    reader: facts?.reader,
    id: facts?.id?.value,
    subject: facts?.subject?.value,
    requester: [facts?.requester?.value.name, facts?.requester?.value.email].filter(Boolean).join(' '),
    status: facts?.status?.value.kind,
  };
}
