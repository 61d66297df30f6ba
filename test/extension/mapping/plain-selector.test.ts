/** A mapping that came in with a colleague's file must not be able to keep a page busy: only our own kind of selector. */
import * as fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { learnAnchors } from '../../../extension/mapping/anchors.ts';
import { isPlainSelector } from '../../../extension/mapping/plain-selector.ts';
import { itemAnchors } from '../../../extension/mapping/stream/items.ts';
import { rolesOf } from '../../../extension/mapping/stream/marks.ts';
import { nameParts, timeParts } from '../../../extension/mapping/stream/parts.ts';
import type { Anchor } from '../../../extension/platform/mapping.ts';
import { stubStorage } from '../../support/storage-stub.ts';
import { documentOf } from './page.ts';

const { local } = stubStorage();
const { importMappings } = await import('../../../extension/background/mappings.ts');
const { SHAPES } = await import('../../../extension/background/stored/shapes.ts');
beforeEach(() => local.kept.clear());

const COSTLY = [
  ':has(:has(*))',
  'div:has(:has(*)) > span',
  `div${':not(:not(a))'.repeat(20)}`,
  ':is(div, span) b',
  '* * * * *',
  'div div div span',
  'div ~ div ~ div',
  'div + div',
  'div, span',
  'div > a b c',
  'div::before',
  '.a.b.c.d',
  '[title*="a"]',
  '[title="a" i]',
  'div:nth-of-type(2n + 1)',
  ':scope',
  ':scope div',
  ' div',
  'div ',
  'div >  a',
  '[id="open',
  '',
];

const OURS = [
  '[id="who"]',
  '[id="a \\"quoted\\" name"]',
  'span[data-field="client-name"]',
  'li[data-entry]',
  'my-field[itemprop="status"]',
  'span.v.who',
  '.wer',
  'div.card span.v',
  '[id="side"] > span',
  '[id="app"] dd.v.who',
  'body > div:nth-of-type(12) > foreignObject',
  ':scope > header > b:nth-of-type(2)',
];

test.each(COSTLY)('%s is none of ours', (selector) => expect(isPlainSelector(selector)).toBe(false));
test.each(OURS)('%s is ours', (selector) => expect(isPlainSelector(selector)).toBe(true));

test('one of a million letters is looked at once', () => {
  expect(isPlainSelector(`${'a > '.repeat(250_000)}+`)).toBe(false);
  expect(isPlainSelector(`[id="${'\\'.repeat(1_000_000)}`)).toBe(false);
});

/** Names as pages have them: quoted, with line ends, foreign letters, prefixes of Word's own elements. */
const word = fc.constantFrom(
  ...[
    'who',
    'note-box',
    'ünder',
    '状态',
    'a"b',
    'back\\slash',
    'two words',
    'line\nend',
    'x:y',
    'a.b',
    '--x',
    '#hash',
  ],
);
const tag = fc.constantFrom('div', 'span', 'b', 'section', 'my-field', 'o:p', 'my.tag', 'time', 'svg');
const attribute = fc.constantFrom('id', 'class', 'data-field', 'aria-label', 'itemprop', 'name', 'role');
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const element = fc
  .tuple(tag, fc.dictionary(attribute, word, { maxKeys: 3 }), tag)
  .map(([name, attributes, inner]) => {
    const own = Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`);
    return { name, own: own.join(' '), inner };
  });

const box = (
  { name, own, inner }: { name: string; own: string; inner: string },
  [who, when]: readonly [string, string],
) =>
  `<${name} ${own}><${inner} class="by">${who}</${inner}><time>${when}</time><${inner} ${own}>It is still broken, please help.</${inner}></${name}>`;

test('whatever is learnt from a page is ours, and what a page holds breaks no learning', () => {
  fc.assert(
    fc.property(fc.array(element, { minLength: 2, maxLength: 4 }), (elements) => {
      const parts = elements.map((each, at) => box(each, ['Ada Lund', `08.06.2026 09:0${at}`]));
      const document = documentOf(`<main>${parts.join('')}</main>`);
      const items = [...document.querySelectorAll('main > *')];
      const anchors: Anchor[] = [
        ...[...document.querySelectorAll('main *')].flatMap((each) => learnAnchors(each)),
        ...itemAnchors(items, [document]),
      ];
      const within = items.flatMap((item) => [...timeParts(item, items), ...nameParts(item, items)]);
      const selectors = [
        ...anchors.filter(({ by }) => by !== 'label').map(({ value }) => value),
        ...within.flatMap((part) => part.selectors),
        ...rolesOf(items).flatMap(({ mark }) => mark || []),
      ];
      expect(selectors.filter((selector) => !isPlainSelector(selector))).toEqual([]);
      expect(selectors).not.toEqual([]);
    }),
    { numRuns: 150 },
  );
});

const fileWith = (facts: object[]) =>
  JSON.stringify({
    format: 'dueline-mappings',
    version: 1,
    sites: [
      { site: 'https://good.example', pages: [{ address: '/a/#', facts: [GOOD] }] },
      { site: 'https://desk.example', pages: [{ address: '/b/#', facts }] },
    ],
  });
const GOOD = { fact: 'status', anchors: [{ by: 'class', value: 'span.state' }] };
const stream = (parts: object) => ({
  fact: 'messages',
  anchors: [{ by: 'class', value: 'div.entry' }],
  stream: { at: [], author: [], roles: [], ...parts },
});

test.each<[string, object]>([
  ['a place', { fact: 'status', anchors: [{ by: 'path', value: ':has(:has(*))' }] }],
  ['the time of a message', stream({ at: ['time', 'div:has(time)'] })],
  ['the author of a message', stream({ author: ['* * *'] })],
  ['whose a message is', stream({ roles: [{ mark: ':not(:not(a))', role: 'staff' }] })],
])('a file that looks for %s in a costly way is refused whole, and says why', async (_, fact) => {
  expect(await importMappings(fileWith([fact]))).toMatchObject({ code: 'mapping-selector' });
  expect(local.kept.size).toBe(0);
  // Nor is it used where it has got into the storage another way; what is sound beside it stays.
  const pages = (facts: object[]) => [{ address: '/b/#', facts }];
  const stored = { 'https://desk.example': pages([fact]), 'https://good.example': pages([GOOD]) };
  expect(SHAPES.mappings!(stored)).toEqual({ 'https://good.example': pages([GOOD]) });
});

test('labels may be any words; a file of ours is taken in', async () => {
  const label = { fact: 'status', anchors: [{ by: 'label', value: 'Status (*) > :has(x)' }] };
  expect(
    await importMappings(
      fileWith([label, stream({ at: ['time'], roles: [{ mark: '', role: 'by-author' }] })]),
    ),
  ).toBe(2);
});
