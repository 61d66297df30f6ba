/** Formulas that read a date with its time of day, as whole seconds of the spreadsheet's own counting. */
import { isoDate, SECONDS_PER_DAY, trimmed, twoDigits, UNREADABLE } from './cell-formulas.ts';
import { and, call, cell, type Expr, firstOf, iff, isEmpty, joined, op, orElse } from './formula.ts';
import { FIRST_SERIAL, LAST_TIME_SERIAL } from './rows.ts';

/** `2026-06-08`, `2026-06-08 09:30`, `2026-06-08 09:30:15`. */
const LENGTHS = [10, 16, 19];

/** The `T` of ISO 8601 is as good as a space. */
const plain = (id: string) => call('SUBSTITUTE', trimmed(id), 'T', ' ');

/** What a cell may mean: the seconds of its number, or those of an ISO time in text; 0 where it is neither. */
export function timeGuess(id: string): Expr {
  const part = (from: number) => call('VALUE', joined('0', call('MID', plain(id), from, 2)));
  const day = call(
    'DATE',
    call('VALUE', call('LEFT', plain(id), 4)),
    call('VALUE', call('MID', plain(id), 6, 2)),
    call('VALUE', call('MID', plain(id), 9, 2)),
  );
  const seconds = op(op(op(part(12), '*', 3600), '+', op(part(15), '*', 60)), '+', part(18));
  return iff(
    call('ISNUMBER', cell(id)),
    orElse(call('ROUND', op(cell(id), '*', SECONDS_PER_DAY), 0), 0),
    orElse(op(op(day, '*', SECONDS_PER_DAY), '+', seconds), 0),
  );
}

/** The seconds; 0 where nothing was typed. Text counts only where it reads back the same. */
export function timeNumber(id: string, guess: string): Expr {
  const text = plain(id);
  const isLong = call('OR', ...LENGTHS.map((length) => op(call('LEN', text), '=', length)));
  return orElse(
    firstOf(
      [
        [isEmpty(trimmed(id)), 0],
        [op(cell(guess), '<', FIRST_SERIAL * SECONDS_PER_DAY), UNREADABLE],
        [op(cell(guess), '>=', (LAST_TIME_SERIAL + 1) * SECONDS_PER_DAY), UNREADABLE],
        [call('ISNUMBER', cell(id)), cell(guess)],
        [and(isLong, op(call('LEFT', isoTime(cell(guess)), call('LEN', text)), '=', text)), cell(guess)],
      ],
      UNREADABLE,
    ),
    UNREADABLE,
  );
}

function isoTime(seconds: Expr): Expr {
  const day = call('INT', op(seconds, '/', SECONDS_PER_DAY));
  const ofDay = op(seconds, '-', op(day, '*', SECONDS_PER_DAY));
  const hour = call('INT', op(ofDay, '/', 3600));
  const minutes = call('INT', op(ofDay, '/', 60));
  const minute = op(minutes, '-', op(hour, '*', 60));
  const second = op(ofDay, '-', op(minutes, '*', 60));
  return joined(isoDate(day), ' ', twoDigits(hour), ':', twoDigits(minute), ':', twoDigits(second));
}
