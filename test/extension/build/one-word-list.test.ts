/** The built scripts read with the words of all languages: one that is lost is a label that is not known. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { oneWordList, together } from '../../../extension/build/one-word-list.ts';
import { ROOT } from '../../support/walk.ts';

it('has every word of both, once, by its kind', () => {
  const english = { labels: { status: 'status, state', owner: 'owner' }, system: 'bot' };
  const german = { labels: { status: 'status', owner: 'besitzer', zone: '' }, system: '' };
  expect(together(english, german)).toEqual({
    labels: { status: 'status,state', owner: 'owner,besitzer', zone: '' },
    system: 'bot',
  });
});

it('each label of each language is in one of two lists, and those that put the day first are told apart', () => {
  const folder = join(ROOT, 'extension', 'readers', 'words');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const plugin = oneWordList();
  const built = files
    .map((name) => JSON.parse(plugin.load(join(folder, name))!) as Words)
    .filter(({ labels }) => labels);
  const [dayFirst, others] = built.map(({ labels }) => wordsOf(labels!));
  expect(built.map((each) => each.dayFirst)).toEqual(['yes', undefined]);
  for (const name of files) {
    const { labels } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Words;
    expect(wordsOf(labels!).filter((word) => !dayFirst!.includes(word) && !others!.includes(word))).toEqual(
      [],
    );
  }
  expect(dayFirst!.filter((word) => others!.includes(word))).toEqual([]);
  expect(dayFirst).toEqual(expect.arrayContaining(['erstellt', 'prioridad', 'oggetto']));
  expect(others).toEqual(expect.arrayContaining(['status', 'created', '제목', '标题']));
});

interface Words {
  labels?: Record<string, string>;
  dayFirst?: string;
}

const wordsOf = (labels: Record<string, string>): string[] =>
  Object.values(labels).flatMap((list) => list.split(/, ?/).filter(Boolean));
