/** How a row stands at an instant, and the words for it: the badge and the list by due time say the same. */
import type { Countdown } from '../overlay/countdown.ts';
import { partsOf } from '../overlay/countdown.ts';
import { type Standing, standingOf } from '../overlay/standing.ts';
import type { RowAnswer, RowsAnswer } from '../platform/rows.ts';
import { duration } from '../ui/format.ts';
import type { Say } from '../ui/words.ts';

/** Beyond this the minutes of a countdown are nobody's concern in a list. */
const MINUTES_UNTIL_HOURS = 10;

export function rowStanding(row: RowAnswer, answer: RowsAnswer, nowMs: number): Standing {
  const open = row.calendar === null ? [] : (answer.calendars[row.calendar] ?? []);
  return standingOf(row, { askedMs: answer.askedMs, open }, answer.dueSoonMs, nowMs);
}

/** Whether the row says less than the ticket's own page would. */
export function knowsLess({ match, basis, state, due }: RowAnswer): boolean {
  if (match !== 'matched' || basis === 'earlier-messages' || state === 'unread') return true;
  // What the contract alone settles (no target, outside the term) hangs on no message.
  return basis !== 'messages' && due !== null;
}

export function sayRow(row: RowAnswer, { state, countdown }: Standing, say: Say): string {
  if (row.match !== 'matched') return say(`overlay.${row.match}-short`);
  if (row.basis === 'none' || (state === 'unread' && row.readMs === null)) return say('list.not-read');
  const text = countdown ? sayCountdown(countdown, say) : say(`state.${state}`);
  return knowsLess(row) ? say('list.about', { text }) : text;
}

function sayCountdown({ leftMs, running }: Countdown, say: Say): string {
  // Due at the opening itself: no business time is left, and none is missed yet.
  if (leftMs === 0 && !running) return say('list.at-opening');
  const { hours, minutes } = partsOf(leftMs);
  const parts = { hours, minutes: hours < MINUTES_UNTIL_HOURS ? minutes : 0, seconds: null };
  return say(leftMs < 0 ? 'overlay.late-by' : 'overlay.left', { duration: duration(parts, say.language) });
}
