import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '#core/language/index.ts';
import type { Sections } from '../support/new/catalogue.ts';
import { filesBelow, ROOT } from '../support/walk.ts';
import { catalogueFindings } from './catalogues.ts';

function readCatalogue(language: string): Sections {
  return JSON.parse(readFileSync(join(ROOT, 'core', 'language', `${language}.json`), 'utf8'));
}

const ENGLISH = readCatalogue('en');

function wrongIn(
  section: Record<string, unknown>,
  reference: Record<string, unknown>,
  language = 'de',
): string[] {
  return catalogueFindings(language, { s: section } as Sections, { s: reference } as Sections);
}

describe('every language says what English says', () => {
  test('every catalogue is a language that people can choose', () => {
    const files = filesBelow('core/language').filter((path) => path.endsWith('.json'));
    expect(files).toEqual([...LANGUAGES].sort().map((language) => `core/language/${language}.json`));
  });

  test.each(LANGUAGES)(
    '%s: same keys, same placeholders, its own plural forms, nothing empty',
    (language) => {
      expect(catalogueFindings(language, readCatalogue(language), ENGLISH)).toEqual([]);
    },
  );

  test('the Chinese catalogue uses full-width punctuation', () => {
    const halfWidth = Object.entries(readCatalogue('zh-CN')).flatMap(([section, entries]) =>
      Object.entries(entries).flatMap(([key, message]) => {
        const text = typeof message === 'string' ? message : Object.values(message).join(' ');
        return /[\u4e00-\u9fff}][,;:?!]|[,;:?!][\u4e00-\u9fff]/.test(text)
          ? [`${section} › ${key}: ${text}`]
          : [];
      }),
    );
    expect(halfWidth).toEqual([]);
  });

  test('in Chinese nothing parts a duration from its words, as nothing parts its own', () => {
    const parted = Object.entries(readCatalogue('zh-CN')).flatMap(([section, entries]) =>
      Object.entries(entries).flatMap(([key, message]) =>
        /\s\{duration\}|\{duration\}\s/.test(JSON.stringify(message)) ? [`${section} › ${key}`] : [],
      ),
    );
    expect(parted).toEqual([]);
  });

  const plural = { one: '{count} Tag', other: '{count} Tage' };
  test.each([
    ['a missing key', {}, { a: 'A' }, 'de', 'translate s › a'],
    ['a key too many', { a: 'A', b: 'B' }, { a: 'A' }, 'de', 'is not in en.json'],
    ['a lost placeholder', { a: 'Fällig' }, { a: 'Due {when}' }, 'de', 'lacks the placeholder {when}'],
    [
      'a foreign placeholder',
      { a: 'Fällig {wann}' },
      { a: 'Due' },
      'de',
      '{wann} that English does not know',
    ],
    ['an empty sentence', { a: ' ' }, { a: 'A' }, 'de', 'is empty'],
    ['a plural form too few', { a: { other: '{count} Tage' } }, { a: plural }, 'de', 'add the form "one"'],
    [
      'a plural form that the language lacks',
      { a: plural },
      { a: plural },
      'ko',
      'takes away the form "one"',
    ],
    [
      'a plural without its number',
      { a: { one: 'Tag', other: 'Tage' } },
      { a: { one: 'day', other: 'days' } },
      'de',
      'needs {count}',
    ],
    [
      'a number lost in one form',
      { a: { one: 'ein Tag', other: 'Tage' } },
      { a: plural },
      'de',
      'lacks the placeholder {count} in "other"',
    ],
  ])('finds %s', (_, section, reference, language, words) => {
    expect(wrongIn(section, reference, language).join('\n')).toContain(words);
  });

  test('a good translation is left alone', () => {
    expect(wrongIn({ a: { one: 'ein Tag', other: '{count} Tage' } }, { a: plural })).toEqual([]);
  });
});
