import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LANGUAGES } from '#core/language/index.ts';
import type { Message } from '#core/language/message.ts';
import { ROOT } from '../support/walk.ts';
import { ADDRESSES } from './address.ts';

function sentences(language: string): [place: string, sentence: string][] {
  const path = join(ROOT, 'core', 'language', `${language}.json`);
  const sections: Record<string, Record<string, Message>> = JSON.parse(readFileSync(path, 'utf8'));
  return Object.entries(sections).flatMap(([section, entries]) =>
    Object.entries(entries).flatMap(([key, message]) =>
      (typeof message === 'string' ? [message] : Object.values(message)).map((sentence): [string, string] => [
        `${section} › ${key}`,
        sentence,
      ]),
    ),
  );
}

test.each(LANGUAGES)('%s: speaks to its reader in one way', (language) => {
  const address = ADDRESSES[language];
  expect(
    address,
    `say in test/conventions/address.ts and CONTRIBUTING.md how ${language} speaks`,
  ).toBeDefined();
  const { instead, other, statements = [] } = address!;
  expect(
    sentences(language)
      .filter(([place, sentence]) => other.test(sentence) && !statements.includes(place))
      .map(([place, sentence]) => `${place}: write it with ${instead}: ${sentence}`),
  ).toEqual([]);
});

test.each([
  ['de', 'Es gibt noch nichts. Lege zuerst eines an.'],
  ['de', 'In deinem Namen.'],
  ['es', 'No se ha exportado nada. Corrige antes esto:'],
  ['es', 'Su sesión ha caducado o inicia otra.'],
  ['es', 'Si has iniciado sesión en varias cuentas'],
  ['it', 'Qui: scelga un file.'],
  ['it', 'Non è una data. Scriverla come 2026-06-08.'],
  ['ko', '파일을 선택해요.'],
  ['ko', '파일을 선택하십시오.'],
  ['zh-CN', '选择你的文件。'],
])('%s: another way to speak is noticed: %s', (language, sentence) => {
  expect(ADDRESSES[language]!.other.test(sentence)).toBe(true);
});
