/** The rows of the Inquiries tab, each taken to its case; times are those of the engagement's own wall. */
import type { Case, Engagement, NamedCalendar } from '../engagement/schema.ts';
import { isProblem } from '../problem.ts';
import { compileCalendar } from '../time/business-clock.ts';
import { DAY_MS } from '../time/units.ts';
import type { Reader, RowReader } from './read-rows.ts';
import { wallMsOfSeconds } from './rows.ts';

/** What the wall of an engagement shows, as an instant. */
export type Walls = ReadonlyMap<string, (wallMs: number) => number>;

/** A calendar that does not hold together has no wall; it is told of where calendars are. */
export function wallsOf(engagements: readonly Engagement[], calendars: readonly NamedCalendar[]): Walls {
  const clocks = new Map(calendars.map((calendar) => [calendar.id, compileCalendar(calendar)]));
  return new Map(
    engagements.flatMap(({ id, calendar }) => {
      const clock = clocks.get(calendar);
      if (clock === undefined || isProblem(clock)) return [];
      return [[id, (wallMs: number) => clock.instantOf(Math.floor(wallMs / DAY_MS), wallMs % DAY_MS)]];
    }),
  );
}

/** Adds to the cases what their rows say. */
export function addInquiries(reader: Reader, cases: readonly Case[], walls: Walls): void {
  const byId = new Map(cases.toReversed().map((entry) => [entry.id.toLowerCase(), entry]));
  reader.each(['case', 'received', 'answered'], (row) => {
    const id = row.needed('case');
    const entry = byId.get(id.toLowerCase());
    if (!entry) {
      if (id !== '') row.unlisted('case');
      return null;
    }
    const wall = walls.get(entry.engagement);
    const [received, answered] = [timeIn(row, 'received', wall), timeIn(row, 'answered', wall)];
    if (row.text('received') === undefined) row.needed('received');
    if (received === undefined) return null;
    entry.inquiries = [
      ...(entry.inquiries ?? []),
      { received, ...(answered === undefined ? {} : { answered }) },
    ];
    return null;
  });
}

function timeIn(
  row: RowReader,
  column: string,
  wall: ((wallMs: number) => number) | undefined,
): string | undefined {
  const seconds = row.seconds(column);
  if (seconds === undefined || !wall) return undefined;
  return new Date(wall(wallMsOfSeconds(seconds))).toISOString();
}
