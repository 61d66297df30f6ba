/** `npm run bench`: business-time questions side by side, on the same random cases. */
import { BENCH_ZONE, CALENDARS, casesOf, QUESTIONS, type Question, rightAnswers } from './cases.ts';
import { coldStart } from './cold/report.ts';
import { compileCosts } from './compile.ts';
import { type Measured, measure } from './measure.ts';
import { pageReport } from './pages/report.ts';
import { portfolioReport } from './portfolio/report.ts';
import { RIVALS } from './rivals/index.ts';
import { minuteTable } from './rivals/minute-table.ts';
import { rowsCost } from './rows.ts';
import { checkCost } from './scope.ts';
import { trackerCosts } from './tracker.ts';

const CASES = 300;

const ASKED: Record<Question, string> = {
  elapsed: 'business time between two instants up to 14 days apart',
  add: 'the instant after up to 20 business hours',
  due: 'the same time, 1 to 3 business days later',
};

function row(name: string, measured: Measured | undefined, oursPerSecond: number): string {
  if (!measured) return `  ${name.padEnd(36)}${'—'.padStart(14)}`;
  const { perSecond, right } = measured;
  const rate = Math.round(perSecond).toLocaleString('en');
  const ratio = oursPerSecond / perSecond;
  const factor = ratio === 1 ? '' : `${ratio.toLocaleString('en', { maximumSignificantDigits: 3 })} ×`;
  // Cut down, never up: 99.97 % right is not all right.
  const share = `${(Math.floor(right * 1_000) / 10).toFixed(1)} %`;
  return `  ${name.padEnd(36)}${rate.padStart(14)}${factor.padStart(12)}${share.padStart(12)}`;
}

if (new Intl.DateTimeFormat('en').resolvedOptions().timeZone !== BENCH_ZONE) {
  throw new Error(`Run it as npm run bench: the packages need TZ=${BENCH_ZONE}.`);
}
console.log(
  `Node ${process.versions.node}, ${BENCH_ZONE}, ${CASES} random cases of 2026, a third around the clock changes.`,
);
console.log('"right": share of answers equal to those of an independent oracle that walks minute by minute.');
const cases = casesOf(CASES);
for (const [name, calendar] of Object.entries(CALENDARS)) {
  const wanted = rightAnswers(calendar, cases);
  for (const question of QUESTIONS) {
    console.log(`\n${name}: ${ASKED[question]}`);
    console.log(
      `  ${''.padEnd(36)}${'a second'.padStart(14)}${'ours is'.padStart(12)}${'right'.padStart(12)}`,
    );
    const measured = RIVALS.map((rival) => {
      const answer = rival.prepare(calendar)[question];
      return { name: rival.name, ...(answer && { measured: measure(answer, cases, wanted[question]) }) };
    });
    const ours = measured[0]?.measured?.perSecond ?? Number.NaN;
    for (const { name: rival, measured: one } of measured) console.log(row(rival, one, ours));
    const peers = measured.filter((one) => one.name !== RIVALS[0]?.name && one.name !== minuteTable.name);
    const fastest = Math.max(...peers.map((one) => (one.measured?.right === 1 ? one.measured.perSecond : 0)));
    console.log(
      `  against the fastest peer that is right: ${Math.floor(ours / fastest).toLocaleString('en')} ×`,
    );
  }
}

console.log('\nTen years of a calendar compiled (2021 to 2030)');
for (const { calendar, ms, kilobytes } of compileCosts()) {
  console.log(
    `  ${calendar.padEnd(36)}${`${ms.toFixed(1)} ms`.padStart(14)}${`${Math.ceil(kilobytes)} kB`.padStart(12)}`,
  );
}

console.log('\nEvery scope rule over a whole directory');
for (const [count, activities] of [
  [5_000, 20_000],
  [50_000, 200_000],
] as const) {
  const { openMs, checkMs, findings } = checkCost(count, activities);
  const of = `${count.toLocaleString('en')} cases, ${activities.toLocaleString('en')} activities`;
  console.log(
    `  ${of.padEnd(36)}${`${Math.ceil(checkMs)} ms`.padStart(14)}  (opened in ${Math.ceil(openMs)} ms; ${findings.toLocaleString('en')} findings)`,
  );
}

console.log('\nThe background, for one message with the 1,000 rows of a list');
for (const cases of [5_000, 50_000]) {
  const { firstMs, nextMs } = rowsCost(1_000, cases);
  const of = `a directory with ${cases.toLocaleString('en')} cases`;
  console.log(
    `  ${of.padEnd(36)}${`${Math.ceil(nextMs)} ms`.padStart(14)}  (the first after a change: ${Math.ceil(firstMs)} ms)`,
  );
}

console.log();
for (const line of portfolioReport()) console.log(line);

console.log('\nIn the page, in a real Chromium (the same page with Dueline, less the page without it)');
for (const line of await pageReport()) console.log(line);

console.log(
  '\nA whole tracker: from its cells to the rows of Violations and Deliverables, and written as an .xlsx',
);
for (const line of trackerCosts(50_000, 200_000)) console.log(`  ${line}`);
console.log(`  ${await coldStart()}`);
