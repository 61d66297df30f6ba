/** Highlights after people's own rules, and warnings before somebody types over a formula. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import {
  firstRowOf,
  HIGHLIGHT_MARK,
  highlightFormula,
  type Notation,
  PROTECTION_MARK,
  paintOf,
  type Words,
  writeFormula,
} from '#core/tracker/index.ts';
import { colour, grid, sameRange } from './cells.ts';
import type { Change } from './change.ts';
import type { PlacedTab } from './placed.ts';
import { columnRuns } from './runs.ts';
import { isSameFormula } from './same-formula.ts';

type Rule = sheets_v4.Schema$ConditionalFormatRule;
type GridRange = sheets_v4.Schema$GridRange;

export function highlightChanges(entry: PlacedTab, notation: (row: number) => Notation): Change[] {
  const { tab, sheetId, sheet } = entry;
  const standing = sheet?.rules ?? [];
  const ours = standing.flatMap((rule, index) => (isOurs(rule) ? [index] : []));
  const wanted = rulesOf(entry, notation);
  const isRight =
    ours.length === wanted.length && ours.every((index, place) => isSame(standing[index]!, wanted[place]!));
  if (isRight) return [];
  const kept = standing.length - ours.length;
  return [
    {
      says: 'provision.change-highlights',
      values: { tab: tab.title, count: wanted.length },
      requests: [
        ...ours.toReversed().map((index) => ({ deleteConditionalFormatRule: { sheetId, index } })),
        ...wanted.map((rule, place) => ({ addConditionalFormatRule: { rule, index: kept + place } })),
      ],
    },
  ];
}

function rulesOf(entry: PlacedTab, notation: (row: number) => Notation): Rule[] {
  const { tab, sheetId } = entry;
  const first = firstRowOf(tab);
  return tab.highlights.map((highlight) => {
    const { ground, ink, bold } = paintOf(highlight);
    const formula = `=${writeFormula(highlightFormula(highlight), notation(first))}`;
    return {
      ranges: stretches(entry, highlight.columns).map(([from, to]) =>
        grid(sheetId, first - 1, from, tab.capacity, to - from + 1),
      ),
      booleanRule: {
        condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: formula }] },
        format: {
          backgroundColorStyle: colour(ground),
          textFormat: { foregroundColorStyle: colour(ink), ...(bold ? { bold } : {}) },
        },
      },
    };
  });
}

/** First and last column of each unbroken range; a column that people put between two of them belongs to it. */
function stretches({ tab, positions }: PlacedTab, ids: readonly string[]): [number, number][] {
  const ours = new Set(tab.columns.map(({ id }) => positions.get(id)!));
  const wanted = ids.map((id) => positions.get(id)!).sort((a, b) => a - b);
  const found: [number, number][] = [];
  for (const position of wanted) {
    const last = found.at(-1);
    const between = last
      ? Array.from({ length: position - last[1] - 1 }, (_, index) => last[1] + 1 + index)
      : [];
    if (last && !between.some((column) => ours.has(column))) last[1] = position;
    else found.push([position, position]);
  }
  return found;
}

const formulaOf = ({ booleanRule }: Rule) => booleanRule?.condition?.values?.[0]?.userEnteredValue ?? '';

function isOurs(rule: Rule): boolean {
  return formulaOf(rule).includes(`"${HIGHLIGHT_MARK}"`);
}

function isSame(standing: Rule, wanted: Rule): boolean {
  return (
    isSameFormula(formulaOf(standing), formulaOf(wanted)) &&
    sameRanges(standing.ranges ?? [], wanted.ranges ?? [])
  );
}

function sameRanges(standing: readonly GridRange[], wanted: readonly GridRange[]): boolean {
  return (
    standing.length === wanted.length &&
    wanted.every((range) => standing.some((other) => sameRange(other, range)))
  );
}

/** Whoever changes a formula is warned and may go on: nothing is locked. */
export function protectionChanges(entry: PlacedTab, words: Words): Change[] {
  const { tab, sheetId, sheet } = entry;
  const wanted = columnRuns(entry, ({ formula }) => formula !== undefined).map((run) =>
    grid(sheetId, firstRowOf(tab) - 1, run.from, tab.capacity, run.columns.length),
  );
  const standing = (sheet?.protections ?? []).filter(({ description }) =>
    description?.startsWith(PROTECTION_MARK),
  );
  if (
    sameRanges(
      standing.map(({ range }) => range ?? {}),
      wanted,
    )
  )
    return [];
  const description = PROTECTION_MARK + words.text('provision.formulas');
  return [
    {
      says: 'provision.change-warnings',
      values: { tab: tab.title },
      requests: [
        ...standing.map(({ protectedRangeId }) => ({
          deleteProtectedRange: { protectedRangeId: protectedRangeId! },
        })),
        ...wanted.map((range) => ({
          addProtectedRange: { protectedRange: { range, description, warningOnly: true } },
        })),
      ],
    },
  ];
}
