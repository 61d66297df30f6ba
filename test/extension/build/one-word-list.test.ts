/** The built scripts read with the words of all languages: one that is lost is a label that is not known. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { oneWordList, packed, shortened, together } from '../../../extension/build/one-word-list.ts';
import { wordsOf } from '../../../extension/readers/words/index.ts';
import { ROOT } from '../../support/walk.ts';

it('has every word of both, once, by its kind', () => {
  const english = { labels: { status: 'status, state', owner: 'owner' }, system: 'bot' };
  const german = { labels: { status: 'status', owner: 'besitzer', zone: '' }, system: '' };
  expect(together(english, german)).toEqual({
    labels: { status: 'status,state', owner: 'owner,besitzer', zone: '' },
    system: 'bot',
  });
});

it('each label of each language is in the first file, and those that put the day first are told apart', () => {
  const folder = join(ROOT, 'extension', 'readers', 'words');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const plugin = oneWordList();
  const [first, ...rest] = files.map((name) => JSON.parse(plugin.load(join(folder, name))!) as Words);
  const parts = first!.parts!.split('|');
  expect(rest).toEqual(rest.map(() => ({})));
  for (const name of files) {
    const { labels } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Words;
    for (const [kind, words] of Object.entries(labels!))
      expect(wordsOf(first!.labels![kind], parts)).toEqual(expect.arrayContaining(wordsOf(words)));
  }
  const part = (at: number) =>
    Object.values(first!.labels!).flatMap((list) => wordsOf(list.split(';')[at], parts));
  expect(part(0)).toEqual(expect.arrayContaining(['erstellt', 'prioridad', 'oggetto']));
  expect(part(1)).toEqual(expect.arrayContaining(['status', 'created', '제목', '标题']));
  expect(part(0).filter((word) => ['status', 'created', '제목', '标题'].includes(word))).toEqual([]);
});

interface Words {
  labels?: Record<string, string>;
  parts?: string;
}

it('what stands in many words is a capital: later ones may hold earlier ones, and no word has one itself', () => {
  const list = '0reported1sorted2ted3tedious4reporter5teddy';
  const { words, parts } = shortened({ labels: { requester: list }, dayFirst: '' });
  const short = (words as { labels: Record<string, string> }).labels.requester!;
  expect(short.length).toBeLessThan(list.length);
  expect(wordsOf('0repBer, A', ['ed', 'ortA'])).toEqual(['reporteder', 'ed']);
  expect(wordsOf(short, parts)).toEqual(wordsOf(list));
  const folder = join(ROOT, 'extension', 'readers', 'words');
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
    const lists = JSON.stringify(JSON.parse(readFileSync(join(folder, name), 'utf8')).labels);
    expect(lists.match(/"[^"]*[A-Z][^"]*"/g), name).toBeNull();
  }
});

it('a word is written as what it shares with the one before, and the rest', () => {
  expect(packed({ id: 'ticket id, ticket, ticket no, 번호, 번호표' })).toEqual({
    id: '0ticket6 id7no0번호2표',
  });
  expect(wordsOf('0ticket6 id7no0번호2표')).toEqual(['ticket', 'ticket id', 'ticket no', '번호', '번호표']);
  expect(wordsOf('number, case number,case')).toEqual(['number', 'case number', 'case']);
  expect(wordsOf('')).toEqual([]);
});
