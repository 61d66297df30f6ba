import { describe, expect, test } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import { describeTracker, type Expr, tabOf } from '#core/tracker/index.ts';

const workbook = describeTracker({ language: 'en', rulebook: serviceManagement });
/** Tabs that grow to hundreds of thousands of rows. */
const LONG = [
  'activities',
  'cases',
  'contacts',
  'deliverables',
  'dues',
  'inquiries',
  'keys',
  'mends',
  'people',
  'weeks',
];
/** Look at all rows where a text has the number of another one, as good as never. */
const FOR_TWO_ALIKE = ['overview.nextDue', 'contacts.personNo', 'inquiries.caseNo'];
/** They look at each cell of the range that they are given. */
const LOOK_AT_ALL = ['COUNTIF', 'COUNTIFS', 'MINIFS', 'SUM', 'SUMIFS'];
const VOLATILE = ['NOW', 'TODAY'];

type Call = Extract<Expr, { kind: 'call' }>;

function callsIn(expression: Expr): Call[] {
  if (expression.kind === 'operation') return [...callsIn(expression.left), ...callsIn(expression.right)];
  return expression.kind === 'call' ? [expression, ...expression.args.flatMap(callsIn)] : [];
}

function partsIn(expression: Expr): number {
  const parts =
    expression.kind === 'operation'
      ? [expression.left, expression.right]
      : expression.kind === 'call'
        ? expression.args
        : [];
  return parts.reduce((count, part) => count + partsIn(part), 1);
}

/** `MATCH` finds its place in an ordered column without looking at all of it. */
function looksAtAll({ fn, args }: Call): boolean {
  const ofLong = args.some((arg) => arg.kind === 'column' && LONG.includes(arg.tab));
  if (fn === 'MATCH') return ofLong && !(args[2]?.kind === 'number' && args[2].value === 1);
  return ofLong && LOOK_AT_ALL.includes(fn);
}

type Value = string | number | boolean;
const FUNCTIONS: Readonly<Record<string, (...args: Value[]) => Value>> = {
  LEFT: (text, count) => String(text).slice(0, Number(count)),
  LOWER: (text) => String(text).toLowerCase(),
  MID: (text, from, count) => String(text).slice(Number(from) - 1, Number(from) - 1 + Number(count)),
  MOD: (left, right) => Number(left) % Number(right),
  RIGHT: (text, count) => String(text).slice(-Number(count)),
  UNICODE: (text) => String(text).codePointAt(0)!,
};
const OPERATORS: Readonly<Record<string, (left: Value, right: Value) => Value>> = {
  '&': (left, right) => `${left}${right}`,
  '*': (left, right) => Number(left) * Number(right),
  '-': (left, right) => Number(left) - Number(right),
  '+': (left, right) => Number(left) + Number(right),
  '<>': (left, right) => left !== right,
  '=': (left, right) => left === right,
};

/** The few things that a number is worked out with, for many thousand rows. */
function worked(expression: Expr, cells: Record<string, Value>): Value {
  const of = (part: Expr) => worked(part, cells);
  if (expression.kind === 'text') return expression.text;
  if (expression.kind === 'number') return expression.value;
  if (expression.kind === 'cell') return cells[expression.column]!;
  if (expression.kind === 'place') return 1;
  if (expression.kind === 'operation') {
    return OPERATORS[expression.operator]!(of(expression.left), of(expression.right));
  }
  if (expression.kind !== 'call') throw new Error(`Not a part of a number: ${expression.kind}`);
  const [first, second, third] = expression.args;
  if (expression.fn === 'IFERROR') return of(first!);
  if (expression.fn === 'IF') return of(first!) ? of(second!) : of(third!);
  return FUNCTIONS[expression.fn]!(...expression.args.map(of));
}

const formulas = workbook.tabs.flatMap((tab) =>
  tab.columns.flatMap(({ id, formula, spills }) =>
    formula ? [{ id: `${tab.id}.${id}`, formula, spills }] : [],
  ),
);

/** What a row comes to in one column after another, worked out by their formulas. */
function workedRow(tab: string, ids: readonly string[], row: Record<string, Value>): Record<string, Value> {
  const cells = { ...row };
  for (const id of ids) {
    const column = tabOf(workbook, tab).columns.find((candidate) => candidate.id === id)!;
    cells[id] = worked(column.formula!, cells);
  }
  return cells;
}

describe('with hundreds of thousands of rows', () => {
  test('no row of any tab looks at all rows of a long tab: not an engagement, not a manager', () => {
    const quadratic = formulas.filter(({ formula, spills }) => !spills && callsIn(formula).some(looksAtAll));
    expect(quadratic.map(({ id }) => id)).toEqual(FOR_TWO_ALIKE);
  });

  test('no row is worked out again because time passes', () => {
    const restless = formulas.filter(({ formula }) =>
      callsIn(formula).some(({ fn }) => VOLATILE.includes(fn)),
    );
    expect(restless.map(({ id }) => id)).toEqual([]);
  });

  test('a row of activities asks for little room: each of its formulas is held for each of them', () => {
    const own = formulas.filter(({ id }) => id.startsWith('activities.'));
    expect(own.reduce((count, { formula }) => count + partsIn(formula), 0)).toBeLessThan(550);
  });

  test('the hidden order of the weeks has room for each activity', () => {
    const long = describeTracker({
      language: 'en',
      rulebook: serviceManagement,
      capacity: { activities: 200_000 },
    });
    expect(tabOf(long, 'weeks').capacity).toBe(200_000);
  });

  test('ids of the usual kinds have numbers of their own, so that no inquiry looks at all cases', () => {
    const ids = [
      ...Array.from({ length: 20_000 }, (_, index) => `CASE-${index + 1}`),
      ...Array.from({ length: 20_000 }, (_, index) => `INC${String(index + 1).padStart(10, '0')}`),
      ...Array.from({ length: 20_000 }, (_, index) => `${index + 1}/2026`),
      ...Array.from({ length: 26 * 26 * 26 }, (_, index) =>
        String.fromCharCode(97 + (index % 26), 97 + ((index / 26) % 26), 97 + index / 676),
      ),
    ];
    const numbers = ids.map((key) => {
      const { keyOrder } = workedRow('cases', ['keySample', 'keyOrder'], { key });
      return Math.floor(Number(keyOrder) / 1_000_000);
    });
    expect(ids.length - new Set(numbers).size).toBeLessThan(3);
  });

  test('so have addresses of the usual kinds, so that no contact looks at all contacts', () => {
    const people = Array.from({ length: 40_000 }, (_, index) => {
      const at = `@mail.customer${index % 400}.example`;
      return index % 2
        ? `person.number${index}${at}`
        : `${['kim', 'anna-maria'][index % 3] ?? 'li'}.${index}${at}`;
    });
    const numbers = people.map((email, index) => {
      const row = { readable: 1, engagementNo: index % 400, person: `@${email}` };
      return workedRow('contacts', ['personKey', 'personSample', 'personNumber'], row).personNumber;
    });
    expect(people.length - new Set(numbers).size).toBeLessThan(3);
  });
});
