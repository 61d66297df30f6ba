/** What is fuzzed, each with what may never be accepted. A target throws where that happens, or where anything throws. */
import { isProblem, openDirectory, readDirectory, writeDirectory } from '#core';
import { openCard, writeCard } from '#core/card/card-text.ts';
import { makeCard } from '#core/card/make-card.ts';
import { daysOffFromIcs } from '#core/holidays/from-ics.ts';
import { isLocalDate } from '#core/time/local-date.ts';
import { ofCases } from '../../extension/background/owed-entries.ts';
import { makeSigningKey, packing, signerOf, verify } from '../../extension/platform/card-tools.ts';
import { wholeDirectory } from '../core/card/whole-directory.ts';
import hosting from '../core/samples/hosting-company.json' with { type: 'json' };
import { plainDirectory } from '../support/plain-directory.ts';
import { csv, xlsx } from './file-targets.ts';
import { messages } from './message-target.ts';
import { mutated, mutatedText } from './mutate.ts';
import { pages } from './page-target.ts';
import { pumped } from './pumped-target.ts';
import { sheets } from './sheet-target.ts';
import { must, type Target } from './target.ts';

const NOW_MS = Date.parse('2026-06-10T10:00:00Z');

const SHAPE = {
  ownRules: true,
  hasBackup: true,
  sameManager: false,
  sameCalendar: true,
  sameCustomer: false,
  others: 2,
  withChanges: true,
  answered: false,
};
const DIRECTORIES: readonly unknown[] = [plainDirectory(), hosting, wholeDirectory(SHAPE)];

const directory: Target = {
  name: 'directory documents',
  corpus: DIRECTORIES.length,
  async run(dice) {
    const document = mutated(dice.pick(DIRECTORIES), dice);
    const text = JSON.stringify(document) ?? '';
    const read = readDirectory(dice.chance(0.2) ? mutatedText(text, dice) : text);
    must(({} as Record<string, unknown>).x === undefined, 'a prototype was changed');
    if (read.directory === null) {
      must(read.problems.length > 0 && read.problems.every(isProblem), 'refused without a reason');
      return false;
    }
    const book = openDirectory(read.directory);
    if (Array.isArray(book)) {
      must(book.length > 0 && book.every(isProblem), 'refused without a reason');
      return false;
    }
    const { engagements } = book.directory;
    must(
      engagements.every(
        ({ customer, manager, calendar }) =>
          book.customers.has(customer) && book.managers.has(manager) && book.clocks.has(calendar),
      ),
      'accepted with a reference that leads nowhere',
    );
    must(
      readDirectory(writeDirectory(book.directory)).directory !== null,
      'what was accepted is not read again',
    );
    return true;
  },
};

function cards() {
  const made = (async () => {
    const book = openDirectory(plainDirectory());
    if (Array.isArray(book)) throw new Error('the sample does not open');
    const card = makeCard(book, 'E-1', NOW_MS);
    if (isProblem(card)) throw new Error(card.code);
    const signer = await signerOf(await makeSigningKey());
    return { card, signed: await writeCard(card, packing, signer) };
  })();
  const open = (text: string) => openCard(text, { packing, verify, nowMs: NOW_MS });
  const target: Target = {
    name: 'cards',
    corpus: 1,
    async run(dice) {
      const { card, signed } = await made;
      if (dice.chance(0.5)) {
        const text = mutatedText(signed, dice);
        const opened = await open(text);
        if (Array.isArray(opened)) return false;
        must(opened.key === null || opened.text === signed, 'a changed card passes for signed');
        return true;
      }
      const document = mutated(card, dice);
      const opened = await open(await writeCard(document as typeof card, packing, null));
      if (Array.isArray(opened)) return false;
      must(opened.book.directory.engagements.length === 1, 'a card of more than one engagement');
      must(
        ofCases(opened.book, opened.book.engagements.get(opened.engagement)!, NOW_MS).every(
          ({ url }) => url === '' || /^https?:/.test(url),
        ),
        'a card with a link that is none of the web’s',
      );
      return true;
    },
  };
  return target;
}

const ICS = [
  'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20260918\r\nSUMMARY:A\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:2\r\nDTSTART;VALUE=DATE:20240229\r\nRRULE:FREQ=YEARLY;COUNT=9\r\nEXDATE;VALUE=DATE:20260301\r\nSUMMARY:B\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:3\r\nDTSTART:20260101T100000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
];
const YEAR = { from: '2026-01-01', until: '2026-12-31', kind: 'holiday' as const };

const ics: Target = {
  name: '.ics files',
  corpus: ICS.length,
  async run(dice) {
    const reading = await daysOffFromIcs(mutatedText(dice.pick(ICS), dice), YEAR);
    if (isProblem(reading)) return false;
    must(
      reading.daysOff.every(({ date }) => isLocalDate(date) && YEAR.from <= date && date <= YEAR.until),
      'a day off that is no date of the year asked for',
    );
    return true;
  },
};

export const TARGETS: readonly Target[] = [
  cards(),
  csv,
  directory,
  ics,
  messages,
  pages,
  pumped,
  sheets,
  xlsx,
];
