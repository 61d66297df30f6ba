/**
 * `npm run readers:score [systems…] [--save | --kept] [--sites]`: starts real ticket systems, reads their pages with the
 * generic reader and prints how much of it was right. `--save` keeps the pages in dist/, `--kept` reads those once more;
 * with `--sites` the readers of known systems come before the generic one, as in the extension.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { SYSTEMS } from '../live/systems/index.ts';
import type { RunningSystem, TicketSystem } from '../live/systems/system.ts';
import { seedTickets } from '../live/systems/tickets.ts';
import { step } from '../support/progress.mjs';
import { provide } from '../support/provide.ts';
import { CHROMIUM, findTool, needing } from '../support/tools.ts';
import { ROOT } from '../support/walk.ts';
import { readerScript, readHere } from './in-page.ts';
import { judge } from './judge.ts';
import { keep, readKept, TABS } from './kept.ts';
import type { PageOutcomes } from './outcome.ts';
import { report } from './report.ts';
import { settling } from './settled.ts';

const OUT = join(ROOT, 'dist', 'readers-score');
const words = process.argv.slice(2);
const save = words.includes('--save');
const kept = words.includes('--kept');
const asked = words.filter((word) => !word.startsWith('--')).map((word) => word.toLowerCase());
const chosen = SYSTEMS.filter(
  ({ name }) => asked.length === 0 || asked.some((word) => name.toLowerCase().split(' ').includes(word)),
);

async function readSystem(system: TicketSystem, browser: Browser, script: string): Promise<PageOutcomes[]> {
  const running = await step(`starting ${system.name}`, () => system.start());
  try {
    await step(`filling ${system.name}`, () => running.seed(seedTickets(Date.now())));
    const read: PageOutcomes[] = [];
    for (const viewer of running.viewers) {
      const what = `reading ${system.name} as ${viewer.login}`;
      read.push(...(await step(what, () => readAs(system, running, viewer, browser, script))));
    }
    return read;
  } finally {
    await running.stop();
  }
}

async function readAs(
  { name }: TicketSystem,
  running: RunningSystem,
  viewer: RunningSystem['viewers'][number],
  browser: Browser,
  script: string,
): Promise<PageOutcomes[]> {
  const context = await browser.newContext({ timezoneId: viewer.zone, locale: viewer.language });
  await running.signIn(await context.newPage(), viewer);
  const left = running.pagesFor(viewer).entries();
  const read: PageOutcomes[] = [];
  const readOn = async () => {
    const page = await context.newPage();
    const settled = settling(page);
    for (const [at, each] of left) {
      await page.goto(running.url + each.path);
      await settled();
      const nowMs = Date.now();
      const facts = await readHere(page, script, { url: page.url(), zone: viewer.zone, nowMs });
      read[at] = { system: name, viewer: viewer.login, page: each.name, outcomes: judge(facts, each.truth) };
      if (save) await keep(OUT, page, { system: name, viewer, page: each, nowMs, facts });
    }
  };
  await Promise.all(Array.from({ length: TABS }, readOn));
  await context.close();
  return read;
}

const provided = await provide(needing(CHROMIUM));
if (!provided.ok) throw new Error(provided.reason);
const browser = await chromium.launch({
  executablePath: findTool(CHROMIUM)!,
  args: ['--disable-gpu', '--disable-quic', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
try {
  const script = await readerScript(words.includes('--sites') ? 'sites-first' : 'generic-alone');
  const read: PageOutcomes[] = [];
  const left: string[] = [];
  for (const system of chosen) {
    if (kept) {
      read.push(...(await readKept(OUT, system.name, browser, script)));
      continue;
    }
    const prepared = await system.prepare();
    if ('skipped' in prepared) left.push(`${system.name}: ${prepared.skipped}`);
    else read.push(...(await readSystem(system, browser, script)));
  }
  const text = report(chosen, read, left);
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, 'report.md'), text);
  writeFileSync(join(OUT, 'outcomes.json'), JSON.stringify(read, null, 1));
  process.stdout.write(text);
  if (read.length === 0) process.exitCode = 1;
} finally {
  await browser.close();
}
