/** Checks of a directory's dates and instants: each exists, none ends before it begins, all lie in years we know. */
import { type Path, type Problem, problem } from '../problem.ts';
import { isLocalDate } from '../time/local-date.ts';
import { FIRST_YEAR, LAST_YEAR } from '../time/timetable-window.ts';
import type { Directory } from './directory-schema.ts';
import type { Case, Engagement } from './schema.ts';

const FIRST_MS = Date.UTC(FIRST_YEAR, 0, 1);
const UNTIL_MS = Date.UTC(LAST_YEAR + 1, 0, 1);

/** Every date and instant of the directory that cannot be, with its path. */
export function wrongDates(directory: Directory): Problem[] {
  const { engagements, timeOff = [], cases = [], activities = [] } = directory;
  const check = new DateCheck();
  for (const [index, engagement] of engagements.entries()) ofEngagement(check, engagement, index);
  for (const [index, off] of timeOff.entries()) check.dates(off.manager, off, () => ['timeOff', index]);
  for (const [index, entry] of cases.entries()) ofCase(check, entry, index);
  for (const [index, { id, date, at = '' }] of activities.entries()) {
    if (date === undefined) check.instant(at, () => ['activities', index, 'at']);
    else check.dates(id, { from: date }, () => ['activities', index], ['date', 'date']);
  }
  return check.problems;
}

function ofEngagement(check: DateCheck, engagement: Engagement, index: number): void {
  const { id, contacts = [], changes = [] } = engagement;
  check.dates(id, engagement, () => ['engagements', index]);
  for (const [row, contact] of contacts.entries()) {
    const entry = `${id}, ${contact.name ?? contact.email ?? row + 1}`;
    check.dates(entry, contact, () => ['engagements', index, 'contacts', row]);
  }
  for (const [row, { from }] of changes.entries()) {
    check.dates(id, { from }, () => ['engagements', index, 'changes', row]);
  }
}

function ofCase(check: DateCheck, { id, opened, closed, inquiries = [] }: Case, index: number): void {
  check.dates(id, { from: opened, until: closed }, () => ['cases', index], ['opened', 'closed']);
  for (const [row, { received, answered }] of inquiries.entries()) {
    check.instant(received, () => ['cases', index, 'inquiries', row, 'received']);
    if (answered !== undefined) check.instant(answered, () => ['cases', index, 'inquiries', row, 'answered']);
  }
}

/** Gathers problems; a path is only worked out for one, as a directory may have hundreds of thousands of dates. */
class DateCheck {
  readonly problems: Problem[] = [];
  /** A directory has far fewer dates than entries. */
  private readonly sound = new Set<string>();

  dates(
    entry: string,
    { from, until }: { from?: string | undefined; until?: string | undefined },
    path: () => Path,
    [first, last]: readonly [string, string] = ['from', 'until'],
  ): void {
    this.date(from, path, first);
    this.date(until, path, last);
    if (from !== undefined && until !== undefined && from > until) {
      this.problems.push(problem('from-after-until', path(), { entry, from, until }));
    }
  }

  instant(text: string, path: () => Path): void {
    const atMs = Date.parse(text);
    if (!Number.isFinite(atMs)) this.problems.push(problem('date-invalid', path(), { date: text }));
    else if (atMs < FIRST_MS || atMs >= UNTIL_MS) {
      const years = { firstYear: FIRST_YEAR, lastYear: LAST_YEAR };
      this.problems.push(problem('instant-out-of-range', path(), years));
    }
  }

  private date(date: string | undefined, path: () => Path, name: string): void {
    if (date === undefined || this.sound.has(date)) return;
    if (isLocalDate(date)) this.sound.add(date);
    else this.problems.push(problem('date-invalid', [...path(), name], { date }));
  }
}
