/** Reading and writing the exchange document: a text comes in, a directory or the problems in it come out. */
import type * as z from 'zod/mini';
import { type Path, type Problem, problem } from '../problem.ts';
import { checkShape } from './check-shape.ts';
import type { Directory } from './directory-schema.ts';
import { DIRECTORY_FORMAT, DIRECTORY_VERSION } from './format.ts';
import { migrate } from './migrate.ts';

/** Above this a file is refused unread; a tracker of 200,000 activities stays below it. */
export const MAX_DIRECTORY_BYTES = 40_000_000;
const MEGABYTE = 1_000_000;
/** More problems than this are counted, not listed. */
const MAX_LISTED = 50;

export type DirectoryReading =
  | { directory: Directory; problems: [] }
  | { directory: null; problems: Problem[] };

/**
 * Reads a directory document. Shape, version and size are checked here; what goes across entries (references,
 * calendars, double claims) by `openDirectory`. Fields that this version does not know are kept.
 * @example
 * readDirectory('{').problems[0].code // 'not-json'
 * readDirectory('{"format":"dueline-directory","version":2}').problems[0].code // 'newer-version'
 */
export function readDirectory(text: string): DirectoryReading {
  if (text.length > MAX_DIRECTORY_BYTES) {
    return refused(
      problem('file-too-large', [], {
        megabytes: Math.ceil(text.length / MEGABYTE),
        limitMegabytes: MAX_DIRECTORY_BYTES / MEGABYTE,
      }),
    );
  }
  let document: unknown;
  try {
    document = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    return refused(
      problem('not-json', [], { detail: error instanceof Error ? error.message : String(error) }),
    );
  }
  return checkDirectory(document);
}

/**
 * The same for a document that is no longer text: from storage, from a managed policy.
 * @example
 * checkDirectory({ format: 'something-else' }).problems[0].code // 'not-a-directory'
 */
export function checkDirectory(document: unknown): DirectoryReading {
  if (!isRecord(document) || document.format !== DIRECTORY_FORMAT) {
    return refused(problem('not-a-directory', [], {}));
  }
  const version = document.version;
  if (typeof version === 'number' && version > DIRECTORY_VERSION) {
    return refused(problem('newer-version', ['version'], { version, supported: DIRECTORY_VERSION }));
  }
  const migrated = migrate(document, DIRECTORY_VERSION);
  const { directory, issues, issueCount } = checkShape(migrated, MAX_LISTED);
  if (directory) return { directory, problems: [] };
  const listed = issues.map((issue) => problemOf(issue, migrated));
  if (issueCount > issues.length) {
    listed.push(problem('too-many-problems', [], { count: issueCount - issues.length }));
  }
  return { directory: null, problems: listed };
}

/**
 * Writes a directory with its keys in one fixed order and one line for each entry, so that one change is one
 * changed line.
 * @example
 * writeDirectory({ version: 1, format: 'dueline-directory' }) // '{\n  "format": "dueline-directory",\n  "version": 1\n}\n'
 */
export function writeDirectory(directory: Directory): string {
  const sections = Object.entries(directory).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const lines = sections.map(([key, value]) => {
    const written =
      Array.isArray(value) && value.length > 0
        ? `[\n${value.map((entry) => `    ${JSON.stringify(sortKeys(entry))}`).join(',\n')}\n  ]`
        : JSON.stringify(sortKeys(value));
    return `  ${JSON.stringify(key)}: ${written}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

const SECTION_ORDER = [
  'format',
  'version',
  'name',
  'rulebook',
  'calendars',
  'managers',
  'customers',
  'engagements',
  'cases',
  'activities',
  'timeOff',
  'noAnswerNeeded',
  'decisions',
];

function rank(section: string): number {
  const index = SECTION_ORDER.indexOf(section);
  return index < 0 ? SECTION_ORDER.length : index;
}

/** Keys by name, `id` first: the order in which a form or a sheet happened to fill them must not show. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (!isRecord(value)) return value;
  const keys = Object.keys(value).sort((a, b) => Number(b === 'id') - Number(a === 'id') || (a < b ? -1 : 1));
  return Object.fromEntries(keys.map((key) => [key, sortKeys(value[key])]));
}

function problemOf(issue: z.core.$ZodIssue, document: Record<string, unknown>): Problem {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const entry = entryAt(document, path);
  if (issue.code === 'invalid_type') return problem('wrong-type', path, { expected: issue.expected, entry });
  return problem('value-invalid', path, { entry, detail: shown(valueAt(document, path)) });
}

/** The entry that a path lies in, as its author knows it: by id, else by name, else by its place. */
function entryAt(document: Record<string, unknown>, path: Path): string {
  const [section, index] = path;
  if (section === undefined) return '';
  if (typeof index !== 'number') return String(section);
  const entry = valueAt(document, [section, index]);
  const named = isRecord(entry)
    ? [entry.id, entry.name, entry.manager].find((text) => typeof text === 'string')
    : undefined;
  return typeof named === 'string' ? shown(named) : `${String(section)} ${index + 1}`;
}

function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      (isRecord(value) || Array.isArray(value)) && Object.hasOwn(value, key)
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    document,
  );
}

const SHOWN_CHARACTERS = 60;

function shown(value: unknown): string {
  const text =
    typeof value === 'string' ? value : isRecord(value) || Array.isArray(value) ? '…' : String(value);
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refused(problem: Problem): DirectoryReading {
  return { directory: null, problems: [problem] };
}
