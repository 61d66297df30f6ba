/**
 * `npm test [parts…] [files…]`: prepares, then runs the checks and the tests, all of them where none is named.
 * Ends with the line `N passed, N failed`.
 */
import { buildAll } from '../build.ts';
import { step } from '../progress.mjs';
import { type Provided, provide } from '../provide.ts';
import type { Requirement } from '../tools.ts';
import { filesBelow } from '../walk.ts';
import { PARTS, type Part } from './parts.ts';
import { runStaticCheck, STATIC_CHECKS } from './static.ts';
import { add, closingLine, NOTHING, report, type Tally } from './tally.ts';
import { runVitest } from './vitest-run.ts';

const names = [...Object.keys(STATIC_CHECKS), ...PARTS.map((part) => part.name)];
const given = process.argv.slice(2);
const asked = given.filter((word) => names.includes(word));
const filters = given.filter((word) => !names.includes(word));
const wanted = asked.length ? asked : filters.length ? PARTS.map((part) => part.name) : names;

const allFiles = filesBelow('test');
const provided = new Map<string, Provided>();

function filesOf(part: Part): string[] {
  const files = allFiles.filter((file) => part.files.test(file));
  return filters.length ? files.filter((file) => filters.some((filter) => file.includes(filter))) : files;
}

async function providedOnce(needed: Requirement): Promise<Provided> {
  const before = provided.get(needed.name);
  if (before) return before;
  const now = await provide(needed);
  provided.set(needed.name, now);
  return now;
}

/** The files that cannot run here, with the reason; a tool that we could not install has failed by itself. */
async function withoutTools(part: Part): Promise<{ tally: Tally; excluded: string[] }> {
  let tally = NOTHING;
  const excluded = new Set<string>();
  for (const { what, files } of part.needs) {
    const touched = filesOf(part).filter((file) => !excluded.has(file) && (!files || files.test(file)));
    if (touched.length === 0) continue;
    const outcome = await providedOnce(what);
    if (outcome.ok) continue;
    for (const file of touched) excluded.add(file);
    tally = add(tally, {
      passed: 0,
      failed: outcome.failed ? [`${part.name}: ${outcome.reason}`] : [],
      skipped: touched.map((name) => ({ name, reason: outcome.reason })),
    });
  }
  return { tally, excluded: [...excluded] };
}

async function runPart(part: Part): Promise<Tally> {
  const files = filesOf(part);
  if (files.length === 0) {
    return filters.length ? NOTHING : { ...NOTHING, failed: [`${part.name}: there is no test file`] };
  }
  const { tally, excluded } = await withoutTools(part);
  if (excluded.length === files.length) return tally;
  console.log(`\n── ${part.name} ──`);
  const { name, projects, limitMs } = part;
  return add(tally, await runVitest({ name, projects, filters, excluded, limitMs }));
}

/** The parts that need nothing but Node share one process, and its workers. */
async function runPlainParts(parts: readonly Part[]): Promise<Tally> {
  const present = parts.filter((part) => filesOf(part).length > 0);
  const absent = filters.length ? [] : parts.filter((part) => !present.includes(part));
  const missing = absent.map((part) => `${part.name}: there is no test file`);
  if (present.length === 0) return { ...NOTHING, failed: missing };
  const name = present.map((part) => part.name).join(', ');
  console.log(`\n── ${name} ──`);
  const projects = present.flatMap((part) => part.projects);
  const limitMs = Math.max(...present.map((part) => part.limitMs));
  return add(
    { ...NOTHING, failed: missing },
    await runVitest({ name, projects, filters, excluded: [], limitMs }),
  );
}

async function runAll(): Promise<Tally> {
  const parts = PARTS.filter((part) => wanted.includes(part.name));
  let total = NOTHING;
  if (parts.some((part) => part.name !== 'core')) {
    try {
      await buildAll();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      total = add(total, { ...NOTHING, failed: ['build (the tests of built files did not run)'] });
    }
  }
  const checks = Object.keys(STATIC_CHECKS).filter((name) => wanted.includes(name));
  total = add(total, ...(await Promise.all(checks.map(runStaticCheck))));
  total = add(total, await runPlainParts(parts.filter((part) => part.plain)));
  for (const part of parts.filter((part) => !part.plain)) total = add(total, await runPart(part));
  return total;
}

const total = await step('all of it', runAll).catch((error: unknown): Tally => {
  console.error(error);
  return { ...NOTHING, failed: ['the test runner itself (see above)'] };
});
for (const line of report(total)) console.log(line);
if (closingLine(total) === closingLine(NOTHING)) total.failed.push('nothing was run');
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed.length ? 1 : 0;
