/** What became of each inquiry that a directory or a tracker remembers, judged by core. */
import type { Engagement } from '#core';
import { isProblem, zoneOf } from '#core';
import type { DirectoryBook } from '#core/engagement/book.ts';
import { rememberedInquiries } from '#core/response/owed-answers.ts';
import { type BusinessClock, compileCalendar } from '#core/time/business-clock.ts';
import { DAY_MS } from '#core/time/units.ts';
import { type OpenTracker, textOf } from '#core/tracker/index.ts';
import type { TableRow } from './layout.ts';

export interface JudgedAnswer {
  receivedMs: number;
  dueMs: number;
  answeredMs: number | null;
  isClosed: boolean;
}

/** Those on which an answer is or was owed. */
export function judgedAnswers(book: DirectoryBook, engagement: Engagement, nowMs: number): JudgedAnswer[] {
  return (rememberedInquiries(book, engagement, { nowMs }) ?? []).flatMap(({ inquiries }) =>
    inquiries.flatMap(({ state, received, due, answered }): JudgedAnswer[] => {
      if (!received || !due || state === 'nothing-owed') return [];
      const isClosed = state === 'closed-unanswered';
      return [{ receivedMs: received[0], dueMs: due[0], answeredMs: answered?.[0] ?? null, isClosed }];
    }),
  );
}

/** Those of a tracker's tab Inquiries. Its times are what a wall in the engagement's zone shows. */
export function trackerAnswers(open: OpenTracker, tracker: number, nowMs: number): TableRow<'answers'>[] {
  return open.book.directory.engagements.flatMap((engagement) => {
    const { row } = open.sheet.engagements[Number(engagement.id)]!;
    const wall = wallOf(textOf(row.calendar));
    return judgedAnswers(open.book, engagement, wall.shownAt(nowMs)).map(
      ({ receivedMs, dueMs, answeredMs, isClosed }) => ({
        tracker,
        engagement: textOf(row.id).toLowerCase(),
        received_ms: wall.instantOf(receivedMs),
        due_ms: wall.instantOf(dueMs),
        answered_ms: answeredMs === null ? null : wall.instantOf(answeredMs),
        is_closed: isClosed,
      }),
    );
  });
}

/** A calendar that is not called by its zone has a wall that shows Greenwich's time: nobody says which else. */
function wallOf(calendar: string) {
  const zone = zoneOf(calendar);
  if (isProblem(zone)) return { shownAt: (atMs: number) => atMs, instantOf: (wallMs: number) => wallMs };
  const clock = compileCalendar({ zone: calendar, week: {} }) as BusinessClock;
  return {
    shownAt: (atMs: number) => atMs + zone.offsetMs(atMs),
    instantOf: (wallMs: number) => clock.instantOf(Math.floor(wallMs / DAY_MS), wallMs % DAY_MS),
  };
}
