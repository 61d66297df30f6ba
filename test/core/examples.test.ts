/** What core's public functions say of themselves: each has a docstring, and every example in one runs as written. */
import { describe, expect, it } from 'vitest';
import * as core from '#core';
import { exportedFunctions, runExample } from '../support/oracle/docstrings.ts';

const functions = exportedFunctions();
/** What a clock can be asked is public too: `compileCalendar` gives one. */
const CLASSES = ['BusinessClock', 'BusinessDays'];
const publicNames = [
  ...Object.entries(core)
    .filter(([, value]) => typeof value === 'function')
    .map(([name]) => name),
  ...functions.map(({ name }) => name).filter((name) => CLASSES.some((of) => name.startsWith(`${of}.`))),
];
const of = (name: string) => functions.find((one) => one.name === name);
const examples = functions.flatMap((one) =>
  one.examples.map((example, i) => ({ ...one, example, label: `${one.file} ${one.name} ${i + 1}` })),
);

const exportsOf = (file: string): Promise<Record<string, unknown>> =>
  import(/* @vite-ignore */ new URL(`../../core/${file}`, import.meta.url).href);

describe('docstrings', () => {
  it.each(publicNames)('%s has one: what it takes and gives, for people who have only the name', (name) => {
    expect(of(name), `${name} is not a function declaration of core with a docstring above it`).toBeDefined();
    expect(
      of(name)?.text.trim().length,
      `write a docstring for ${name} in core/${of(name)?.file}`,
    ).toBeGreaterThan(15);
  });

  it.each(publicNames)('%s shows how it is used', (name) => {
    expect(
      of(name)?.examples.length,
      `add an @example to ${name} in core/${of(name)?.file}: \`expression // result\``,
    ).toBeGreaterThan(0);
  });
});

describe('examples', () => {
  it('are found', () => {
    expect(examples.length).toBeGreaterThan(10);
  });

  it('would be told if they were wrong', async () => {
    expect(await runExample('const one = 1;\none + 1 // 3', {})).toEqual([
      { code: 'one + 1', got: 2, said: 3 },
    ]);
  });

  it.each(examples)('$label gives what it says', async ({ file, example }) => {
    const results = await runExample(example, { ...core, ...(await exportsOf(file)) });
    expect(results.length, 'no line of the example has a result').toBeGreaterThan(0);
    for (const { code, got, said } of results) expect(got, code).toEqual(said);
  });
});
