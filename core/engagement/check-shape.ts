/** The shape of a directory document, checked entry by entry. */
import * as z from 'zod/mini';
import { type Directory, directorySchema, SECTION_SCHEMAS } from './directory-schema.ts';

type Issue = z.core.$ZodIssue;

interface Shape {
  /** `null` where anything is wrong. */
  directory: Directory | null;
  /** The first of them, at most as many as asked for. */
  issues: Issue[];
  issueCount: number;
}

/**
 * One parse for what is left when the sections are empty, then one for each entry: a single parse hands the issues of
 * all entries on as the arguments of one call, and a file of a hundred thousand wrong entries has too many for that.
 */
export function checkShape(document: Record<string, unknown>, maxIssues: number): Shape {
  const issues: Issue[] = [];
  let issueCount = 0;
  const take = (found: readonly Issue[], at: readonly (string | number)[]) => {
    issueCount += found.length;
    for (const issue of found.slice(0, maxIssues - issues.length)) {
      issues.push({ ...issue, path: [...at, ...issue.path] });
    }
  };

  const sections = Object.entries(SECTION_SCHEMAS).flatMap(([name, schema]) => {
    const entries = document[name];
    return Array.isArray(entries) ? [{ name, schema, entries: entries as unknown[] }] : [];
  });
  const emptied = { ...document, ...Object.fromEntries(sections.map(({ name }) => [name, []])) };
  const head = parse(directorySchema, emptied);
  if (!head.success) take(head.issues, []);

  const checked: Record<string, unknown[]> = {};
  for (const { name, schema, entries } of sections) {
    const sound: unknown[] = [];
    for (const [index, entry] of entries.entries()) {
      const result = parse<unknown>(schema, entry);
      if (result.success) sound.push(result.data);
      else take(result.issues, [name, index]);
    }
    checked[name] = sound;
  }
  const directory = head.success && issueCount === 0 ? ({ ...head.data, ...checked } as Directory) : null;
  return { directory, issues, issueCount };
}

type Parsed<T> = { success: true; data: T } | { success: false; issues: readonly Issue[] };

/** An entry with more issues inside it than one call can take is wrong as a whole. */
function parse<T>(schema: z.core.$ZodType<T>, value: unknown): Parsed<T> {
  try {
    const result = z.safeParse(schema, value);
    return result.success ? result : { success: false, issues: result.error.issues };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {
      success: false,
      issues: [{ code: 'custom', path: [], message: error.message, input: undefined }],
    };
  }
}
