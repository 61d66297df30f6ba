/** A row's status: which of its cases holds first, in words and as a level. One list gives all three formulas. */
import { call, cell, type Expr, firstOf, iff, op, type Term } from './formula.ts';
import { boldWidthOf } from './text-lines.ts';
import type { Words } from './words.ts';
import type { Column, Highlight, Level } from './workbook.ts';

export interface StatusCase {
  when: Expr;
  /** `trackerStatus.<key>`. */
  key: string;
  level: Level;
  values?: Record<string, Term>;
}

export interface StatusOptions {
  tab: string;
  /** `status`, or what else the words' column is called; its helpers are `<id>Case` and `<id>Level`. */
  id?: string;
  /** Rows of which this does not hold stay empty. */
  used: Expr;
  /** The last one holds where no other does. */
  cases: StatusCase[];
  /** In characters, with lines that wrap, where several stand side by side; else as wide as the longest sentence. */
  width?: number;
}

/** The column with the words, and the two helpers behind it. */
export function statusColumns(
  words: Words,
  { tab, id = 'status', used, cases, width }: StatusOptions,
): { status: Column; helpers: Column[] } {
  const which = `${id}Case`;
  const level = `${id}Level`;
  const isCase = (index: number) => op(cell(which), '=', index + 1);
  const said = cases.map(({ key, values }) => words.sentence(`trackerStatus.${key}`, values));
  const notable = ([3, 2, 1] as const).flatMap((wanted): [Expr, Term][] => {
    const places = cases.flatMap((entry, index) => (entry.level === wanted ? [isCase(index)] : []));
    if (places.length === 0) return [];
    return [[places.length === 1 ? places[0]! : call('OR', ...places), wanted]];
  });
  return {
    status: {
      id,
      header: words.header(tab, id),
      note: words.note(tab, id),
      role: 'computed',
      format: 'text',
      // A value taken to be as long as its name.
      width:
        width ??
        Math.max(...cases.map(({ key }) => boldWidthOf(words.text(`trackerStatus.${key}`, { count: 10 })))),
      wrap: width !== undefined,
      formula: firstOf(
        said.map((sentence, index) => [isCase(index), sentence]),
        '',
      ),
    },
    helpers: [
      helper(
        which,
        iff(
          op(used, '=', 1),
          firstOf(
            cases.slice(0, -1).map((entry, index) => [entry.when, index + 1]),
            cases.length,
          ),
          0,
        ),
      ),
      helper(level, firstOf(notable, 0)),
    ],
  };
}

export function helper(id: string, formula: Expr): Column {
  return { id, header: id, role: 'helper', format: 'number', width: 9, formula };
}

const LEVELS = [3, 2, 1] as const;

/** The status in a strong colour, the cells it is about in a soft one. */
export function highlightsOf(strong: string, soft: readonly string[] = []): Highlight[] {
  const levelColumn = `${strong}Level`;
  return LEVELS.flatMap((level): Highlight[] => [
    { columns: [strong], levelColumn, level, weight: 'strong' },
    ...(soft.length > 0 ? [{ columns: [...soft], levelColumn, level, weight: 'soft' as const }] : []),
  ]);
}
