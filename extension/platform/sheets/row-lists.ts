/** What the cells of a new row are chosen from: at Google a list is set cell by cell, and some go by the row's tier. */
import { columnLetters, quotedTitle } from '#core/tracker/notation.ts';
import type { Cell, Row } from '#core/tracker/rows.ts';
import { listNumbers } from '#core/tracker/verdict/list-numbers.ts';
import { textOf } from '#core/tracker/verdict/read-cell.ts';
import { cellOf, columnRange, FIRST_ROW, type ModelCell, type Place, rowsOf } from './places.ts';
import { TRACKER_SHAPE } from './tracker-shape.ts';

export interface RowLists {
  engagements: readonly Row[];
  lists: readonly Row[];
  /** By column: what is checked in its cell with the list of everything, then with each shorter one. */
  rules: Readonly<Record<string, readonly object[]>>;
}

const OFFERS = 'ONE_OF_RANGE';

/** The columns of a tab whose lists go by the tier, with the whole list and the shorter ones. */
function offersIn(tab: string): { id: string; lists: string[] }[] {
  const columns = TRACKER_SHAPE.find(({ id }) => id === tab)?.columns ?? [];
  return columns.flatMap(({ id, dropdown }) =>
    dropdown?.tierLists ? [{ id, lists: [dropdown.from, ...dropdown.tierLists] }] : [],
  );
}

interface Sources {
  lists: Place;
  engagements: Place;
}

/** Where the lists and the tiers are read; `null` for a tab without such lists, and where they are not to be found. */
export function listSources(places: ReadonlyMap<string, Place>, tab: string): Sources | null {
  const [lists, engagements] = [places.get('lists'), places.get('engagements')];
  const isThere = engagements && 'id' in engagements.columns && 'tier' in engagements.columns;
  return lists && isThere && offersIn(tab).length > 0 ? { lists, engagements } : null;
}

export function sourceRanges({ lists, engagements }: Sources): string[] {
  return [quotedTitle(lists.title), columnRange(engagements, 'id'), columnRange(engagements, 'tier')];
}

/** Of what stands in those ranges; a check that is not one of ours is left to who made it. */
export function rowLists(
  { lists }: Sources,
  [listed = [], ids = [], tiers = []]: readonly Cell[][][],
  { tab, place, model }: { tab: string; place: Place; model: readonly ModelCell[] },
): RowLists {
  const rows = rowsOf(lists, listed);
  const sourceOf = (path: string): string | null => {
    const column = path.replace(/^lists\./, '');
    const at = lists.columns[column];
    if (at === undefined) return null;
    const letters = columnLetters(at);
    const last = FIRST_ROW + Math.max(1, rows.filter((row) => textOf(row[column]) !== '').length);
    return `=${quotedTitle(lists.title)}!$${letters}$${FIRST_ROW + 1}:$${letters}$${last}`;
  };
  const rules = offersIn(tab).flatMap(({ id, lists: paths }) => {
    const standing = model[place.columns[id] ?? -1]?.dataValidation;
    const sources = paths.flatMap((path) => sourceOf(path) ?? []);
    if (standing?.condition?.type !== OFFERS || sources.length < paths.length) return [];
    const own = sources.map((userEnteredValue) => ({
      ...standing,
      condition: { type: OFFERS, values: [{ userEnteredValue }] },
    }));
    return [[id, own] as const];
  });
  const engagements = ids.map(([id], at) => ({ id: cellOf(id), tier: cellOf(tiers[at]?.[0]) }));
  return { engagements, lists: rows, rules: Object.fromEntries(rules) };
}

/** The checks of one row. */
export function checksOf({ engagements, lists, rules }: RowLists, row: Row): Map<string, object> {
  const numbers = listNumbers({ rows: [row], engagements, lists });
  return new Map(
    Object.entries(rules).map(([id, own]) => [id, own[numbers[id]?.[0] ?? 0] ?? own[0]!] as const),
  );
}
