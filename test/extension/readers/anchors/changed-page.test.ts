/** A known system after a redesign: read like any other page, said so, and reported without a word of the page. */
import { describe, expect, it } from 'vitest';
import { makeSiteReaders } from '../../../../extension/readers/anchors/site-readers.ts';
import { readTicket } from '../../../../extension/readers/index.ts';
import { atOnce } from '../../../support/at-once.ts';
import { message, NOW_MS, summary, time } from '../page.ts';
import { documentOf, readSite } from '../sites/site-page.ts';

const ADDRESS = 'https://geheimkunde.zendesk.com/agent/tickets/102?token=geheim-9';
const FACTS =
  '<dl><dt>Status</dt><dd>Open</dd><dt>Requester</dt><dd>Ada Lund &lt;ada@nord.example&gt;</dd><dt>Company</dt><dd>Nordwind</dd></dl>';
const THREAD =
  message('Ada Lund', time('2026-06-10T10:00+02:00'), 'It is stuck since the secret merger.') +
  message('Bo Kern', time('2026-06-10T11:00+02:00'), 'Mended.', 'Agent');
const REDESIGNED = `<!doctype html><html lang="en"><head><title>Printer of Nordwind</title></head><body><main class="nordwind-theme" data-customer="Nordwind">
  <h1>#102 Printer of Nordwind</h1>${FACTS}<ol aria-label="Ada Lund">${THREAD}</ol></main></body></html>`;

describe('redesign: a page without its system’s anchors', () => {
  it('is read like that of an unknown system, and says whose it is', () => {
    const facts = readSite(REDESIGNED, ADDRESS);
    expect([facts?.reader, facts?.changed]).toEqual(['generic', 'Zendesk']);
    expect(summary(facts)).toEqual([
      'customer Ada Lund 2026-06-10T08:00:00.000Z',
      'staff Bo Kern 2026-06-10T09:00:00.000Z',
    ]);
  });

  it('keeps what its reader still finds, and takes the thread from the page at large', () => {
    const facts = readSite(
      REDESIGNED.replace(
        '<h1>',
        '<div data-side-conversations-anchor-id="102"><input aria-label="Subject" value="Printer"></div><h1>',
      ),
      ADDRESS,
    );
    expect([facts?.subject?.value, facts?.subject?.source, facts?.changed]).toEqual([
      'Printer',
      'site',
      'Zendesk',
    ]);
    expect(facts?.messages).toHaveLength(2);
  });

  it('a system that marks no messages on its pages has not changed where they are read at large', () => {
    const facts = readSite(
      REDESIGNED.replace('<h1>', '<h2 class="ticket-subject-heading">Printer</h2><h1>'),
      'https://nord.freshdesk.com/a/tickets/102',
    );
    expect([facts?.reader, facts?.messages.length, facts?.changed]).toEqual(['freshdesk', 2, undefined]);
  });

  it('a page that shows no ticket yet has not changed', () => {
    expect(readSite('<body><p>Loading…</p></body>', ADDRESS)).toBeNull();
  });

  it('is reported by our own anchors and numbers: nothing of the page, of its address or of anybody is in it', () => {
    const document = documentOf(REDESIGNED);
    const readers = makeSiteReaders({
      fetch: () => new Promise<never>(() => undefined),
      clock: () => NOW_MS,
      changed: () => undefined,
    });
    const url = new URL(ADDRESS);
    const options = { zone: null, browserZone: 'UTC', nowMs: NOW_MS };
    const facts = atOnce(readers.read(document, url, options, readTicket));
    const report = readers.report(document, url, facts!)!;
    expect(report).toContain('reader "zendesk"');
    expect(report).toContain('messages: 2');
    const held = [...document.querySelectorAll('*')].flatMap((element) =>
      element.getAttributeNames().map((name) => element.getAttribute(name)),
    );
    const words = [document.documentElement.textContent, ADDRESS, ...held]
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}@.-]{4,}/gu)!;
    // The system's own name and the names of facts, which the report says of itself.
    const ours = ['zendesk', 'status', 'requester', 'subject', 'tickets', 'agent', 'open', 'staff'];
    const said = report.toLowerCase();
    expect(words.filter((word) => !ours.includes(word) && said.includes(word))).toEqual([]);
    for (const secret of ['Ada', 'Nordwind', 'geheim', '102', 'Printer', 'Kern', 'merger']) {
      expect(report).not.toContain(secret);
    }
  });
});
