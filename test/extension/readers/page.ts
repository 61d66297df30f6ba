/** Pages of our own making for the readers, parsed without a browser. */

import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { ReadOptions } from '../../../extension/readers/index.ts';
import { readTicket } from '../../support/at-once.ts';
import { parseHTML } from '../../support/dom.ts';

/** Thursday 11 June 2026, 11:30 in Berlin. */
export const NOW_MS = Date.parse('2026-06-11T11:30:00+02:00');

export interface Around extends Partial<ReadOptions> {
  url?: string;
}

export function readPage(
  html: string,
  { url = 'https://desk.example/tickets/102', ...options }: Around = {},
): TicketFacts | null {
  const { document } = parseHTML(html);
  return readTicket(document as unknown as Document, new URL(url), {
    zone: 'Europe/Berlin',
    browserZone: 'America/Lima',
    nowMs: NOW_MS,
    ...options,
  });
}

export interface TicketParts {
  lang?: string;
  heading?: string;
  facts?: string;
  thread?: string;
  after?: string;
}

export const FACTS = `<dl><dt>Status</dt><dd>Open</dd><dt>Requester</dt><dd>Ada Lund &lt;ada@nord.example&gt;</dd>
<dt>Assigned to</dt><dd>Bo Kern</dd></dl>`;

/** A plain ticket page: a heading with the number, a list of facts, a thread. */
export const ticketPage = ({
  lang = 'en',
  heading = '#102 Printer',
  facts = FACTS,
  thread = '',
  after = '',
}: TicketParts): string =>
  `<!doctype html><html${lang ? ` lang="${lang}"` : ''}><head><title>${heading}</title></head><body><main><h1>${heading}</h1>${facts}<ol>${thread}</ol></main>${after}</body></html>`;

export const message = (author: string, when: string, text: string, badge = ''): string =>
  `<li><article><header><b>${author}</b> ${badge && `<span class="badge">${badge}</span>`} ${when}</header><p>${text}</p></article></li>`;

export const time = (iso: string, shown = iso): string => `<time datetime="${iso}">${shown}</time>`;

/** Each message in one line: role, author, instant. */
export const summary = (facts: TicketFacts | null): string[] =>
  (facts?.messages ?? []).map(
    ({ role, author, at }) =>
      `${role} ${author.name ?? author.email ?? '?'} ${at === null ? 'unread' : at.fromMs === at.untilMs ? new Date(at.fromMs).toISOString() : 'about'}`,
  );
