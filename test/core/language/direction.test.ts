/** A name with a mark in it must not write the rest of the sentence backwards: "due tomorrow" is what people act on. */
import { expect, test } from 'vitest';
import { formatMessage } from '#core/language/message.ts';

const FSI = '\u2068';
const PDI = '\u2069';
const said = (name: string) => formatMessage('{name} answers by 14:30', { name }, 'en');

test.each([
  ['a plain name stays as it is, for whoever copies or compares it', 'Ana Ruiz', 'Ana Ruiz'],
  ['Korean and Chinese are written in our direction', '김서연 王芳', '김서연 王芳'],
  ['an override that nobody ends', 'Ana \u202e', `${FSI}Ana \u202e${PDI}`],
  ['a name in Hebrew', 'דנה', `${FSI}דנה${PDI}`],
  ['a name in Adlam, beyond 16 bits', '\u{1e900}', `${FSI}\u{1e900}${PDI}`],
  ['an isolate that nobody ends', '\u2067Ana', `${FSI}\u2067Ana${PDI}${PDI}`],
  ['an end that would end ours', `Ana${PDI}\u202e`, `${FSI}${FSI}Ana${PDI}\u202e${PDI}`],
  ['an end before a beginning', `${PDI}\u2066`, `${FSI}${FSI}${PDI}\u2066${PDI}${PDI}`],
  ['an isolate that is whole', `\u2066Ana${PDI}`, `${FSI}${FSI}\u2066Ana${PDI}${PDI}${PDI}`],
])('%s', (_, name, within) => {
  expect(said(name)).toBe(`${within} answers by 14:30`);
});

test('numbers, which are ours, are written without marks', () => {
  expect(formatMessage({ one: '{count} case', other: '{count} cases' }, { count: 2 }, 'en')).toBe('2 cases');
});
