/** Texts that a spreadsheet would take for a formula, made up anew for each run. */
import fc from 'fast-check';
import type { Row } from '#core/tracker/index.ts';
import { HOSTILE } from './hostile.ts';

/** What a text must not begin with where another program reads it. */
export const DANGEROUS = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const SIGNS = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '\uff1d',
  '\uff0b',
  '\uff0d',
  '\uff20',
  "'=",
  "''",
  ' =',
];
const COMMANDS = [
  '',
  'HYPERLINK("https://x.example";"y")',
  'IMPORTDATA("https://x.example")',
  "cmd|' /C calc'!A0",
  '1+1',
];

/** Texts of one run, each another one; a text of nothing but spaces is an empty cell. */
export const anyTexts = fc
  .uniqueArray(
    fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc
        .tuple(
          fc.constantFrom(...SIGNS),
          fc.constantFrom(...COMMANDS),
          fc.string({ unit: 'grapheme', maxLength: 12 }),
        )
        .map((parts) => parts.join('')),
    ),
    { minLength: 4, maxLength: 12 },
  )
  .map((texts) => texts.filter((text) => text.trim() !== ''));

export const casesOf = (texts: readonly string[]): Row[] =>
  texts.map((subject, index) => ({ id: `K-${index}`, engagement: 'E-1', subject, status: 'open' }));
