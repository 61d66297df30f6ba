/** Lists of our own making, parsed without a browser. */

import { readList } from '../../../extension/lists/read-list.ts';
import type { Pause } from '../../../extension/lists/ticket-links.ts';
import type { RowFacts } from '../../../extension/platform/rows.ts';
import { parseHTML } from '../../support/dom.ts';

/** Thursday 11 June 2026, 11:30 in Berlin. */
export const NOW_MS = Date.parse('2026-06-11T11:30:00+02:00');

export async function readRows(
  html: string,
  path = '/queue',
  nowMs = NOW_MS,
  pause: Pause = async () => undefined,
): Promise<RowFacts[]> {
  const { document } = parseHTML(html);
  const options = { zone: 'Europe/Berlin', browserZone: 'America/Lima', nowMs };
  const page = new URL(path, 'https://desk.example');
  const rows = await readList(document as unknown as Document, page, options, pause);
  return rows.map(({ facts }) => facts);
}

export const inPage = (body: string, lang = 'en'): string =>
  `<!doctype html><html lang="${lang}"><head><title>Queue</title></head><body>${body}</body></html>`;
