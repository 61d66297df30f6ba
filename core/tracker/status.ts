/** A row's status: which of its cases holds first, in words and as a level. One list gives all three formulas. */
import { IS_USED } from './cell-formulas.ts';
import { call, cell, type Expr, firstOf, iff, op, type Term } from './formula.ts';
import { boldWidthOf } from './text-lines.ts';
import type { Words } from './words.ts';
import type { Column, Highlight, Level } from './workbook.ts';

export interface StatusCase {
  /** Only the last case goes without. */
  when?: Expr;
  /** `trackerStatus.<key>`. */
  key: string;
  level: Level;
  /** `shared`: those that several cases have in common. */
  values?: Record<string, Term> | 'shared';
}

export interface StatusOptions {
  tab: string;
  /** `status`, or what else the words' column is called; its helpers are `<id>Case` and `<id>Level`. */
  id?: string;
  /** The last one holds where no other does; rows that nobody uses stay empty. */
  cases: StatusCase[];
  /**
   * Values that many sentences name, and that take much to work out: each is written once, and put into whichever
   * sentence holds. Nothing that people typed, which may read like a place for one.
   */
  shared?: Record<string, Term>;
  /** In characters, with lines that wrap, where several stand side by side; else as wide as the longest sentence. */
  width?: number;
}

/** The column with the words, and the two helpers behind it. */
export function statusColumns(words: Words, options: StatusOptions): { status: Column; helpers: Column[] } {
  const { tab, id = 'status', cases, width } = options;
  const which = `${id}Case`;
  // Those with values of their own come first in number, whatever comes first where several hold.
  const numbered = [...cases.filter((entry) => !isShared(entry)), ...cases.filter(isShared)];
  const numberOf = (entry: StatusCase) => numbered.indexOf(entry) + 1;
  const levels = numbered.map(({ level }) => level).join('');
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
      formula: saidOf(words, cell(which), numbered, options),
    },
    helpers: [
      helper(
        which,
        iff(
          IS_USED,
          firstOf(
            cases.slice(0, -1).map((entry) => [entry.when!, numberOf(entry)]),
            numberOf(cases.at(-1)!),
          ),
          0,
        ),
      ),
      helper(`${id}Level`, call('VALUE', call('MID', `0${levels}`, op(cell(which), '+', 1), 1))),
    ],
  };
}

const isShared = ({ values }: StatusCase) => values === 'shared';

function saidOf(
  words: Words,
  which: Expr,
  numbered: readonly StatusCase[],
  { shared = {} }: StatusOptions,
): Expr {
  const own = numbered.flatMap(({ key, values }) =>
    values === 'shared' ? [] : [words.sentence(`trackerStatus.${key}`, values)],
  );
  const common = numbered.filter(isShared).map(({ key }) => words.text(`trackerStatus.${key}`));
  const says = call('CHOOSE', op(which, '+', 1), '', ...own);
  if (common.length === 0) return says;
  const sentence = call('CHOOSE', op(which, '-', own.length), ...common);
  const filled = Object.entries(shared).reduce(
    (text, [name, value]) => call('SUBSTITUTE', text, `{${name}}`, value),
    sentence,
  );
  return iff(op(which, '>', own.length), filled, says);
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
