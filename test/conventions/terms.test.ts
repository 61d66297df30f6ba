/** One thing has one word: in the tracker's headers, on the surfaces, and in the service descriptions. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LANGUAGES } from '#core/language/index.ts';
import type { Sections } from '../support/new/catalogue.ts';
import { ROOT } from '../support/walk.ts';

/** English has one word for two things here, or another language says more of the same in a header. */
const TWO_THINGS = [
  'about',
  'answered',
  'closed',
  'done',
  'engagements',
  'from',
  'hours',
  'level',
  'limit',
  'name',
  'opened',
  'phone',
  'received',
  'until',
  'weekly call',
];

/** What each service description calls the review of a service, whatever its number. */
const SERVICE_REVIEW: Readonly<Record<string, RegExp>> = {
  de: /Service-Review/,
  en: /service review/i,
  es: /revisi(ón|ones) del servicio/i,
  it: /recension[ei] sui servizi/i,
  ko: /서비스 검토/,
  'zh-CN': /服务评价/,
};
const ABOUT_REVIEWS = [
  'deliverable.service-reviews',
  'menu.report',
  'report.hint',
  'report.tab',
  'report.title',
  'report.written',
];

function textsOf(language: string): Map<string, string> {
  const path = join(ROOT, 'core', 'language', `${language}.json`);
  const sections: Sections = JSON.parse(readFileSync(path, 'utf8'));
  return new Map(
    Object.entries(sections).flatMap(([section, entries]) =>
      Object.entries(entries).flatMap(([key, message]) =>
        typeof message === 'string' ? [[`${section}.${key}`, message] as const] : [],
      ),
    ),
  );
}

const plain = (text = '') => text.toLowerCase().replace(/[…:.]+$/, '');

/** Keys of headers and of whatever English calls by the same word. */
function alike(): { word: string; keys: string[] }[] {
  const keysOf = new Map<string, string[]>();
  for (const [key, text] of textsOf('en')) keysOf.set(plain(text), [...(keysOf.get(plain(text)) ?? []), key]);
  return [...keysOf]
    .map(([word, keys]) => ({ word, keys }))
    .filter(({ word, keys }) => keys.length > 1 && keys.some(isHeader) && !TWO_THINGS.includes(word));
}

const isHeader = (key: string) => key.startsWith('column.');

test.each(LANGUAGES)('%s: what a header names is called so wherever else it is named', (language) => {
  const texts = textsOf(language);
  const groups = alike();
  expect(groups.length).toBeGreaterThan(20);
  const different = groups.flatMap(({ word, keys }) => {
    const words = new Set(keys.map((key) => plain(texts.get(key))));
    return words.size === 1 ? [] : [`${word}: ${keys.map((key) => `${key} “${texts.get(key)}”`).join(', ')}`];
  });
  expect(different).toEqual([]);
});

test.each(LANGUAGES)('%s: a service review is called as its service description calls it', (language) => {
  const texts = textsOf(language);
  const others = ABOUT_REVIEWS.filter((key) => !SERVICE_REVIEW[language]!.test(texts.get(key) ?? ''));
  expect(others).toEqual([]);
});
