/** A reader, brought into a real page: the rendered document is read, by nothing but the reader. */
import type { Page } from 'playwright-core';
import { build } from 'vite';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import { ROOT } from '../support/walk.ts';

/** `entry`: which readers it is that read. */
export async function readerScript(entry: 'generic-alone' | 'sites-first'): Promise<string> {
  const output = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: `test/readers-score/${entry}.ts`, formats: ['iife'], name: 'reader' },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  if (!first || !('output' in first)) throw new Error('Vite built nothing.');
  return first.output[0].code;
}

export interface Seen {
  url: string;
  /** The browser's zone is the viewer's, and nobody has set one for the site. */
  zone: string;
  nowMs: number;
}

export function readHere(
  page: Page,
  script: string,
  { url, zone, nowMs }: Seen,
): Promise<TicketFacts | null> {
  return page.evaluate(
    ([code, address, browserZone, now]) => {
      const reader = new Function(`${code}; return reader;`)() as {
        read: (document: Document, url: URL, options: object) => TicketFacts | null;
        statedOrder: (document: Document) => string | null;
      };
      return reader.read(document, new URL(address), {
        ...{ zone: null, browserZone, nowMs: now },
        order: reader.statedOrder(document),
      });
    },
    [script, url, zone, nowMs] as const,
  );
}
