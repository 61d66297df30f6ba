import { describe, expect, test } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import { describeTracker, type Expr, tabOf } from '#core/tracker/index.ts';

const workbook = describeTracker({ language: 'en', rulebook: serviceManagement });
/** Tabs that grow to hundreds of thousands of rows. */
const LONG = ['activities', 'cases', 'weeks'];
/** They look at each cell of the range that they are given. */
const LOOK_AT_ALL = ['COUNTIF', 'COUNTIFS', 'MAXIFS', 'MINIFS', 'SMALL', 'SUM', 'SUMIFS'];
const VOLATILE = ['NOW', 'TODAY'];

type Call = Extract<Expr, { kind: 'call' }>;

function callsIn(expression: Expr): Call[] {
  if (expression.kind === 'operation') return [...callsIn(expression.left), ...callsIn(expression.right)];
  return expression.kind === 'call' ? [expression, ...expression.args.flatMap(callsIn)] : [];
}

/** `MATCH` finds its place in an ordered column without looking at all of it. */
function looksAtAll({ fn, args }: Call): boolean {
  const ofLong = args.some((arg) => arg.kind === 'column' && LONG.includes(arg.tab));
  if (fn === 'MATCH') return ofLong && !(args[2]?.kind === 'number' && args[2].value === 1);
  return ofLong && LOOK_AT_ALL.includes(fn);
}

const formulas = workbook.tabs.flatMap((tab) =>
  tab.columns.flatMap(({ id, formula, spills }) =>
    formula ? [{ tab: tab.id, id: `${tab.id}.${id}`, formula, spills }] : [],
  ),
);

describe('with hundreds of thousands of rows', () => {
  test('no row of a long tab looks at all rows of a long tab', () => {
    const quadratic = formulas.filter(
      ({ tab, formula, spills }) => LONG.includes(tab) && !spills && callsIn(formula).some(looksAtAll),
    );
    expect(quadratic.map(({ id }) => id)).toEqual([]);
  });

  test('no row is worked out again because time passes', () => {
    const restless = formulas.filter(({ formula }) =>
      callsIn(formula).some(({ fn }) => VOLATILE.includes(fn)),
    );
    expect(restless.map(({ id }) => id)).toEqual([]);
  });

  test('the hidden order of the weeks has room for each activity', () => {
    const long = describeTracker({
      language: 'en',
      rulebook: serviceManagement,
      capacity: { activities: 200_000 },
    });
    expect(tabOf(long, 'weeks').capacity).toBe(200_000);
  });
});
