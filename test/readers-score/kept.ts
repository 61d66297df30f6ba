/** Pages kept as they were drawn, with their style sheets, for whoever mends the reader: read again without the system. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { SystemPage, TicketTruth, Viewer } from '../live/systems/system.ts';
import { readHere } from './in-page.ts';
import { judge } from './judge.ts';
import type { PageOutcomes } from './outcome.ts';

/** A page is mostly waited for. */
export const TABS = 4;

interface Kept {
  system: string;
  viewer: string;
  page: string;
  url: string;
  zone: string;
  nowMs: number;
  truth: TicketTruth | null;
  facts: TicketFacts | null;
}

const fileOf = (folder: string, system: string, viewer: string, page: string): string =>
  join(folder, system, viewer, page.replace(/\W+/g, '-'));

export interface Shown {
  system: string;
  viewer: Pick<Viewer, 'login' | 'zone'>;
  page: SystemPage;
  nowMs: number;
  facts: TicketFacts | null;
}

export async function keep(folder: string, drawn: Page, { system, viewer, page, nowMs, facts }: Shown) {
  const file = fileOf(folder, system, viewer.login, page.name);
  mkdirSync(dirname(file), { recursive: true });
  const session = await drawn.context().newCDPSession(drawn);
  const { data } = await session.send('Page.captureSnapshot', { format: 'mhtml' });
  await session.detach();
  const { login, zone } = viewer;
  const kept: Kept = {
    ...{ system, viewer: login, page: page.name, url: drawn.url(), zone, nowMs },
    ...{ truth: page.truth, facts },
  };
  writeFileSync(`${file}.mhtml`, data);
  writeFileSync(`${file}.json`, JSON.stringify(kept, null, 2));
}

/** Reads what was kept of a system once more; nothing where nothing was. */
export async function readKept(
  folder: string,
  system: string,
  browser: Browser,
  script: string,
): Promise<PageOutcomes[]> {
  const root = join(folder, system);
  if (!existsSync(root)) return [];
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((each) =>
    each.endsWith('.json'),
  );
  const left = files.sort().entries();
  const read: PageOutcomes[] = [];
  const readOn = async () => {
    const page = await browser.newPage();
    for (const [at, name] of left) {
      const file = join(root, name);
      const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
      await page.goto(pathToFileURL(file.replace(/json$/, 'mhtml')).href);
      const facts = await readHere(page, script, kept);
      writeFileSync(file, JSON.stringify({ ...kept, facts }, null, 2));
      read[at] = { system, viewer: kept.viewer, page: kept.page, outcomes: judge(facts, kept.truth) };
    }
    await page.close();
  };
  await Promise.all(Array.from({ length: TABS }, readOn));
  return read;
}
