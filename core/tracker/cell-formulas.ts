/** Formulas that several tabs share: reading what people typed, looking ids up, writing dates and hours. */
import {
  and,
  call,
  cell,
  column,
  type Expr,
  firstOf,
  flag,
  iff,
  isEmpty,
  joined,
  op,
  orElse,
  type Term,
} from './formula.ts';
import { FIRST_SERIAL, LAST_SERIAL } from './rows.ts';

/** A `…No` helper holds this where its cell could not be read. */
export const UNREADABLE = -1;
export const MS_PER_HOUR = 3_600_000;
export const SECONDS_PER_DAY = 86_400;
const MS_PER_HUNDREDTH = 36_000;

/** Text without spaces around it. */
export const trimmed = (id: string) => call('TRIM', cell(id));

/** Text as an address is compared: without control characters and spaces around it, in small letters. */
export const foldedText = (id: string) =>
  call('LOWER', call('TRIM', call('CLEAN', call('SUBSTITUTE', cell(id), call('UNICHAR', 160), ' '))));

/** Whether anything at all was typed into a row; an error in one of the cells counts as typed. */
export const isUsed = (typed: readonly string[]) =>
  flag(orElse(op(call('LEN', joined(...typed.map(cell))), '>', 0), 1));

/** The same, of rows that have it in their helper `used`. */
export const IS_USED = op(cell('used'), '=', 1);

/** `*`, `?` and `~` mean themselves, not a pattern. */
export const literally = (text: Expr) =>
  call('SUBSTITUTE', call('SUBSTITUTE', call('SUBSTITUTE', text, '~', '~~'), '*', '~*'), '?', '~?');

/** Place of a text among the cells of a column, from 1; 0 where it is not there. */
export const placeOf = (text: Expr, path: string) => placeIn(text, column(path));

export const placeIn = (text: Expr, range: Expr) =>
  orElse(iff(isEmpty(text), 0, call('MATCH', literally(text), range, 0)), 0);

/** The last place in an ordered column that holds no more than a number; an error where the first holds more. */
export const lastUpTo = (path: string, number: Term) => call('MATCH', number, column(path), 1);

export const entryAt = (path: string, at: Term) => call('INDEX', column(path), at);

/** What a date cell may mean: its number, or that of an ISO date in text; 0 where it is neither. */
export const dateGuess = (id: string) =>
  iff(
    call('ISNUMBER', cell(id)),
    cell(id),
    orElse(
      call(
        'DATE',
        call('VALUE', call('LEFT', trimmed(id), 4)),
        call('VALUE', call('MID', trimmed(id), 6, 2)),
        call('VALUE', call('RIGHT', trimmed(id), 2)),
      ),
      0,
    ),
  );

/** The date as a whole number; `blank` where nothing was typed. Text counts only where it reads back the same. */
export const dateNumber = (id: string, guess: string, blank: Term) =>
  orElse(
    firstOf(
      [
        [isEmpty(trimmed(id)), blank],
        [op(cell(guess), '<', FIRST_SERIAL), UNREADABLE],
        [op(cell(guess), '>=', LAST_SERIAL + 1), UNREADABLE],
        [call('ISNUMBER', cell(id)), call('INT', cell(guess))],
        [op(isoDate(cell(guess)), '=', trimmed(id)), cell(guess)],
      ],
      UNREADABLE,
    ),
    UNREADABLE,
  );

/** `yyyy-mm-dd`, in every locale. */
export const isoDate = (serial: Expr) =>
  joined(call('YEAR', serial), '-', twoDigits(call('MONTH', serial)), '-', twoDigits(call('DAY', serial)));

export const twoDigits = (value: Expr) => call('RIGHT', joined('0', value), 2);

/** Weeks are counted from the Monday 1900-01-01, number 2 in a spreadsheet that starts on 1899-12-30. */
export const weekNumber = (serial: Expr) => call('INT', op(op(serial, '-', 2), '/', 7));

/** `2026-W24`: the week of the year in which its Thursday lies. */
export const weekLabel = (week: Expr) => {
  const thursday = op(op(week, '*', 7), '+', 5);
  return joined(call('YEAR', thursday), '-W', twoDigits(call('ISOWEEKNUM', thursday)));
};

/** Hundredths of an hour, cut down up to the limit and up beyond it; `limit` 0 where there is none. */
export const hundredths = (ms: Expr, limitMs: Expr) => {
  const whole = op(ms, '/', MS_PER_HUNDREDTH);
  return iff(
    and(op(limitMs, '>', 0), op(ms, '>', limitMs)),
    op(0, '-', call('INT', op(0, '-', whole))),
    call('INT', whole),
  );
};

/** Hundredths with two decimals, without asking the spreadsheet's locale. */
export const twoDecimals = (value: Expr, decimal: string) =>
  joined(call('INT', op(value, '/', 100)), decimal, twoDigits(call('MOD', value, 100)));

/** A limit as people write it: 10, or 7.50. */
export const limitText = (limitMs: Expr, decimal: string) => {
  const value = call('INT', op(limitMs, '/', MS_PER_HUNDREDTH));
  return iff(
    op(call('INT', op(value, '/', 100)), '=', op(value, '/', 100)),
    op(value, '/', 100),
    twoDecimals(value, decimal),
  );
};

export const msOf = (hours: Expr) => call('ROUND', op(hours, '*', MS_PER_HOUR), 0);

/** Nothing but spaces in a cell; a cell in error is not empty. */
export const isMissing = (id: string) => op(orElse(call('LEN', trimmed(id)), 1), '=', 0);

/** A cell's text for a sentence. */
export const quoted = (id: string) => orElse(trimmed(id), '#');
