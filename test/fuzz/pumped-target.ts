/**
 * Texts of one piece again and again, as long as somebody who wants to keep us busy makes them: everything that looks
 * through a text of others comes to its end. The long run takes more than a second of the processor's time for a failure.
 */

import { translator } from '#core/language/index.ts';
import { fieldInWords } from '../../extension/background/field-words.ts';
import { personOf } from '../../extension/readers/generic/people.ts';
import { headingId, isForeignAddress, subjectOf, urlId } from '../../extension/readers/generic/ticket-id.ts';
import { hasSign } from '../../extension/readers/sites/signs.ts';
import { parseTime } from '../../extension/readers/times/parse.ts';
import { wordKey } from '../../extension/readers/words/index.ts';
import { plainFormula } from '../../sheets-addon/provision/online/same-formula.ts';
import type { Dice } from './mutate.ts';
import { must, type Target } from './target.ts';

const LENGTHS = [99, 1000, 10_000, 60_000];
const PIECES = [
  ...[
    ' ',
    '\t',
    '\u00a0',
    '-',
    '–',
    ':',
    '：',
    '#',
    '@',
    '.',
    ',',
    '(',
    ')',
    '[',
    ']',
    '*',
    '=',
    "'",
    '"',
    '0',
    'a',
    '월',
  ],
  ...[
    'a@',
    '-@-',
    '-@-.',
    'a.',
    ' ,',
    '[a',
    '1:',
    '1/1/',
    '01:00 ',
    'am 1',
    'case ',
    'case n. ',
    'case/',
    'issue-1-',
    'KB-',
  ],
  ...[
    'Re: ',
    'eyJ-',
    '&id=',
    '/inbox/',
    '?class=Incident',
    '/odoo/tickets',
    '/agent/',
    'show_bug.cgi?',
    ' (at) ',
    'a(',
    '⇒',
  ],
];
const BEFORE = ['', 'a', '[#', 'https://', '2026-06-08 ', 'Ticket '];
const AFTER = ['', 'x', '\u0000', ' (at) b', '@b.c', '\n'];

const say = translator('en');
const address = (text: string) => new URL(`https://desk.example/${text.replace(/[\n\t]/g, '/')}`);
const LOOKED_THROUGH: Readonly<Record<string, (text: string) => unknown>> = {
  'the place of a problem': (text) => fieldInWords(text, say),
  'a formula': plainFormula,
  'an address': (text) => [urlId(address(text)), isForeignAddress(address(text)), hasSign(address(text))],
  'a label': wordKey,
  'a person': (text) => [personOf(text), personOf('Ana', text)],
  'a subject': (text) => [headingId(text), subjectOf(text, null), subjectOf(text, 'A-1')],
  'a time': parseTime,
};

export const pumped: Target = {
  name: 'texts of one piece',
  corpus: PIECES.length,
  async run(dice: Dice) {
    const piece = dice.pick(PIECES);
    const again = piece.repeat(Math.ceil(dice.pick(LENGTHS) / piece.length));
    const text = dice.pick(BEFORE) + again + dice.pick(AFTER);
    const [name, look] = dice.pick(Object.entries(LOOKED_THROUGH));
    must(look(text) !== undefined, `${name} without an answer`);
    return true;
  },
};
