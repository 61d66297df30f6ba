/** `npm run bench`: business-time questions side by side, on the same random cases. */
import { BENCH_ZONE, CALENDARS, casesOf, QUESTIONS, type Question, rightAnswers } from './cases.ts';
import { type Measured, measure } from './measure.ts';
import { RIVALS } from './rivals.ts';

const CASES = 300;

const ASKED: Record<Question, string> = {
  elapsed: 'business time between two instants up to 14 days apart',
  add: 'the instant after up to 20 business hours',
  due: 'the same time, 1 to 3 business days later',
};

function row(name: string, { perSecond, right }: Measured, best: number): string {
  const rate = Math.round(perSecond).toLocaleString('en');
  const factor = perSecond === best ? '' : `1/${Math.round(best / perSecond).toLocaleString('en')}`;
  // Cut down, never up: 99.97 % right is not all right.
  const share = `${(Math.floor(right * 1_000) / 10).toFixed(1)} %`;
  return `  ${name.padEnd(28)}${rate.padStart(14)}${factor.padStart(12)}${share.padStart(12)}`;
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
    console.log(`  ${''.padEnd(28)}${'a second'.padStart(14)}${'speed'.padStart(12)}${'right'.padStart(12)}`);
    const measured = RIVALS.map((rival) => {
      const answer = rival.prepare(calendar)[question];
      return { name: rival.name, ...measure(answer, cases, wanted[question]) };
    });
    const best = Math.max(...measured.map(({ perSecond }) => perSecond));
    for (const one of measured) console.log(row(one.name, one, best));
  }
}
