/** What axe-core, the accessibility checker, has to say against a page, and what stands there without words. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { CATALOGUES, lookUp } from '#core/language/index.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Whatever of an element or a root is read or heard: the body of a function over `root`. */
export const SAID = `
  return [...root.querySelectorAll(':not(script, style)')].flatMap((element) => [
    ...[...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data),
    ...['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''),
  ]).join('\\n');
`;

const KEY = new RegExp(`\\b(?:${Object.keys(CATALOGUES.en).join('|')})\\.[a-z][\\w.-]*`, 'g');

/** Keys of the catalogues that stand where their sentences should: a surface was not given the words. */
export function bareKeys(said: string): string[] {
  return (said.match(KEY) ?? [])
    .filter((key) => lookUp('en', key) !== undefined)
    .map((key) => `without words: ${key}`);
}

/** Each violation as a line: the rule, and the elements that break it. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Evaluated by the debugger: an extension's page lets no foreign script element in.
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] })',
  )) as AxeResults;
  const said = (await page.evaluate(`(() => { const root = document.body; ${SAID} })()`)) as string;
  return [
    ...bareKeys(said),
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`),
  ];
}
