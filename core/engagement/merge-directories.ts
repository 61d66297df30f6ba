/** Several directories as one: a support agent sees the trackers of every manager who has shared one. */
import { type Problem, problem } from '../problem.ts';
import type { Directory } from './directory-schema.ts';

export interface NamedDirectory {
  /** What people call it; it tells two cases of the same number apart. */
  name: string;
  directory: Directory;
}

/** Sections in which two different entries of one id would make every answer a guess. */
const SHARED = ['calendars', 'managers', 'customers', 'engagements'] as const;

/**
 * The union of directories, with the rulebook of the first. An entry that stands in several in the same words is one;
 * one that stands in different words is a problem that names both. Cases and activities of two sources are never the
 * same: where their ids are, the later one is called by its source too.
 * @example
 * const one = { format: 'dueline-directory', version: 1, rulebook: { use: 'service-management' }, calendars: [], managers: [{ id: 'M', name: 'Mia' }], customers: [], engagements: [] };
 * mergeDirectories([{ name: 'a', directory: one }, { name: 'b', directory: one }]).managers.length // 1
 */
export function mergeDirectories(sources: readonly NamedDirectory[]): Directory | Problem[] {
  const [first, ...others] = sources;
  if (!first) return [problem('not-a-directory', [], {})];
  if (others.length === 0) return first.directory;
  const problems: Problem[] = [];
  const merged: Record<string, unknown> = { ...first.directory };
  for (const section of SHARED) merged[section] = union(section, sources, problems);
  const idOf = { cases: renamer(), activities: renamer() };
  merged.cases = sources.flatMap(({ name, directory }) =>
    (directory.cases ?? []).map((entry) => ({ ...entry, id: idOf.cases(name, entry.id) })),
  );
  merged.activities = sources.flatMap(({ name, directory }) =>
    (directory.activities ?? []).map((entry) => ({
      ...entry,
      id: idOf.activities(name, entry.id),
      case: entry.case === undefined ? undefined : idOf.cases(name, entry.case),
    })),
  );
  merged.timeOff = distinct(sources.flatMap(({ directory }) => directory.timeOff ?? []));
  merged.noAnswerNeeded = distinct(sources.flatMap(({ directory }) => directory.noAnswerNeeded ?? []));
  merged.decisions = distinct(sources.flatMap(({ directory }) => directory.decisions ?? []));
  return problems.length > 0 ? problems : (merged as Directory);
}

function union(
  section: (typeof SHARED)[number],
  sources: readonly NamedDirectory[],
  problems: Problem[],
): unknown[] {
  const found = new Map<string, { entry: unknown; text: string; name: string }>();
  for (const { name, directory } of sources) {
    for (const entry of directory[section]) {
      const text = JSON.stringify(entry);
      const known = found.get(entry.id);
      if (!known) found.set(entry.id, { entry, text, name });
      else if (known.text !== text) {
        problems.push(
          problem('given-twice', [], { kind: section, id: entry.id, first: known.name, second: name }),
        );
      }
    }
  }
  return [...found.values()].map(({ entry }) => entry);
}

/** The id of an entry in the union: its own, or with its source's name where another source has taken it. */
function renamer(): (source: string, id: string) => string {
  const takenBy = new Map<string, string>();
  return (source, id) => {
    const owner = takenBy.get(id) ?? source;
    takenBy.set(id, owner);
    return owner === source ? id : `${source} ${id}`;
  };
}

function distinct<T>(entries: readonly T[]): T[] {
  return [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()];
}
