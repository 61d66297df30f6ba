/** Dropdowns and checks of what is typed. A check that people made themselves stays. */
import {
  type Column,
  columnLetters,
  DATE_HELP,
  firstRowOf,
  lastRowOf,
  listHelp,
  quotedTitle,
  type Words,
} from '#core/tracker/index.ts';
import { grid } from './cells.ts';
import type { Change } from './change.ts';
import type { PlacedTab } from './placed.ts';
import type { Validation } from './remote.ts';
import { plainFormula } from './same-formula.ts';
import { type TierRows, wrongTierRuns } from './tier-lists.ts';

export type ValidationAt = (sheet: number, row: number, column: number) => Validation | undefined;

/** Where a tab's checks are looked at: its first and its last prepared row, counted from 0. */
export function lookedAt({ tab, sheet }: PlacedTab): number[] {
  if (!sheet) return [];
  const rows = [firstRowOf(tab) - 1, Math.min(lastRowOf(tab), sheet.rowCount) - 1];
  return rows.filter((row, index) => rows.indexOf(row) === index && row < sheet.rowCount);
}

export function checkChanges(
  entry: PlacedTab,
  placed: readonly PlacedTab[],
  words: Words,
  { at, tierRows }: { at: ValidationAt; tierRows: readonly TierRows[] },
): Change[] {
  const { tab, sheetId, positions } = entry;
  const first = firstRowOf(tab) - 1;
  return tab.columns.flatMap((column): Change[] => {
    const rules = column.role === 'typed' ? rulesOf(column, placed, words) : [];
    const [rule] = rules;
    if (!rule) return [];
    const position = positions.get(column.id)!;
    const standing = lookedAt(entry).map((row) => at(sheetId, row, position));
    const isRight =
      standing.length > 0 &&
      standing.every((found) => isTheirs(found, rule) || rules.some((own) => isSame(found, own)));
    const whole = isRight
      ? []
      : [{ setDataValidation: { range: grid(sheetId, first, position, tab.capacity, 1), rule } }];
    const own = tierRows.find((rows) => rows.column.id === column.id);
    const isRowRight = (row: number, number: number) => {
      const found = isRight ? at(sheetId, row, position) : rule;
      return isTheirs(found, rule) || isSame(found, rules[number]!);
    };
    const perRow = (own ? wrongTierRuns(entry, own, isRowRight) : []).map((run) => ({
      setDataValidation: {
        range: grid(sheetId, run.first, position, run.count, 1),
        rule: rules[run.number]!,
      },
    }));
    const requests = [...whole, ...perRow];
    if (requests.length === 0) return [];
    return [{ says: 'provision.change-check', values: { tab: tab.title, column: column.header }, requests }];
  });
}

/** The check of a column; after it those of its shorter lists. */
function rulesOf(column: Column, placed: readonly PlacedTab[], words: Words): Validation[] {
  const rule = ruleOf(column, placed, words);
  if (!rule) return [];
  const lists = column.dropdown?.perTier?.lists ?? [];
  return [rule, ...lists.map((path) => ({ ...rule, condition: oneOfRange(placed, path) }))];
}

function oneOfRange(placed: readonly PlacedTab[], path: string): Validation['condition'] {
  return { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: `=${listOf(placed, path)}` }] };
}

function ruleOf(
  { dropdown, format, least }: Column,
  placed: readonly PlacedTab[],
  words: Words,
): Validation | undefined {
  if (dropdown) {
    return {
      condition: oneOfRange(placed, dropdown.from),
      strict: dropdown.strict,
      showCustomUi: true,
      inputMessage: words.text(listHelp(dropdown)),
    };
  }
  const dateHelp = DATE_HELP[format];
  if (dateHelp) {
    const inputMessage = words.text(dateHelp);
    return { condition: { type: 'DATE_IS_VALID' }, strict: false, inputMessage };
  }
  if (least === undefined) return undefined;
  return {
    condition: { type: 'NUMBER_GREATER_THAN_EQ', values: [{ userEnteredValue: String(least) }] },
    strict: false,
    inputMessage: words.text('tracker.number-text', { least }),
  };
}

function listOf(placed: readonly PlacedTab[], path: string): string {
  const [id, column] = path.split('.') as [string, string];
  const { tab, positions } = placed.find((entry) => entry.tab.id === id)!;
  const filled = tab.rows.filter((row) => (row[column] ?? null) !== null).length;
  const rows = tab.rows.length > 0 ? Math.max(filled, 1) : tab.capacity;
  const letters = columnLetters(positions.get(column)!);
  return `${quotedTitle(tab.title)}!$${letters}$${firstRowOf(tab)}:$${letters}$${firstRowOf(tab) + rows - 1}`;
}

/** A check of another kind than ours, or with a list that stands elsewhere, is somebody's own. */
function isTheirs(found: Validation | undefined, ours: Validation): boolean {
  return found !== undefined && kindOf(found) !== kindOf(ours);
}

function kindOf({ condition }: Validation): string {
  const list = condition?.type === 'ONE_OF_RANGE' ? valuesOf({ condition })[0] : '';
  return `${condition?.type} ${list?.replace(/![^!]*$/, '')}`;
}

function isSame(found: Validation | undefined, ours: Validation): boolean {
  return (
    found !== undefined &&
    valuesOf(found).join('\n') === valuesOf(ours).join('\n') &&
    (found.strict ?? false) === (ours.strict ?? false)
  );
}

function valuesOf({ condition }: Validation): string[] {
  return (condition?.values ?? []).map(({ userEnteredValue }) => plainFormula(userEnteredValue ?? ''));
}
