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
  return [
    ...engagements.flatMap((engagement, index) => ofEngagement(engagement, ['engagements', index])),
    ...timeOff.flatMap((off, index) => ofDates(off.manager, off, ['timeOff', index])),
    ...cases.flatMap((entry, index) => ofCase(entry, ['cases', index])),
    ...activities.flatMap(({ id, date, at = '' }, index) =>
      date === undefined
        ? ofInstant(at, ['activities', index, 'at'])
        : ofDates(id, { from: date }, ['activities', index], ['date', 'date']),
    ),
  ];
}

function ofEngagement(engagement: Engagement, path: Path): Problem[] {
  const { id, contacts = [], changes = [] } = engagement;
  return [
    ...ofDates(id, engagement, path),
    ...contacts.flatMap((contact, row) =>
      ofDates(`${id}, ${contact.name ?? contact.email ?? row + 1}`, contact, [...path, 'contacts', row]),
    ),
    ...changes.flatMap(({ from }, row) => ofDates(id, { from }, [...path, 'changes', row])),
  ];
}

function ofCase({ id, opened, closed, inquiries = [] }: Case, path: Path): Problem[] {
  return [
    ...ofDates(id, { from: opened, until: closed }, path, ['opened', 'closed']),
    ...inquiries.flatMap(({ received, answered }, row) => [
      ...ofInstant(received, [...path, 'inquiries', row, 'received']),
      ...(answered === undefined ? [] : ofInstant(answered, [...path, 'inquiries', row, 'answered'])),
    ]),
  ];
}

function ofDates(
  entry: string,
  { from, until }: { from?: string | undefined; until?: string | undefined },
  path: Path,
  names: readonly [string, string] = ['from', 'until'],
): Problem[] {
  const problems = [from, until].flatMap((date, index): Problem[] =>
    date === undefined || isLocalDate(date)
      ? []
      : [problem('date-invalid', [...path, names[index]!], { date })],
  );
  if (from !== undefined && until !== undefined && from > until) {
    problems.push(problem('from-after-until', path, { entry, from, until }));
  }
  return problems;
}

function ofInstant(text: string, path: Path): Problem[] {
  const atMs = Date.parse(text);
  if (!Number.isFinite(atMs)) return [problem('date-invalid', path, { date: text })];
  if (atMs >= FIRST_MS && atMs < UNTIL_MS) return [];
  return [problem('instant-out-of-range', path, { firstYear: FIRST_YEAR, lastYear: LAST_YEAR })];
}
