/** A cell that somebody of another locale filled is read for what it is, or its row says that it is not: nowhere a guess. */
import { describe, expect, test, vi } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import { describeTracker, sayStatus, tabOf, wordsOf } from '#core/tracker/index.ts';
import { writeRows } from '../../sheets-addon/provision/write-tracker.ts';
import { coreStatuses, shownAt } from './support/compare.ts';
import { openInIronCalc } from './support/iron-calc.ts';
import { TYPED, type Typed, typedRows } from './support/mixed-locales.ts';
import { openInOffice } from './support/office.ts';

vi.setConfig({ testTimeout: 3 * 60_000 });

/** For an engine that looks each cell of a range up, every time: what was added last, and a limit. */
const FEW = TYPED.filter(
  ({ tab, column }) => tab === 'inquiries' || column === 'closed' || column === 'agreedHours',
);

const statusColumn = (tab: string) => (tab === 'cases' ? 'finding' : 'status');

function opened(typed: readonly Typed[]) {
  const rows = typedRows(typed);
  const capacity = Object.fromEntries(Object.entries(rows).map(([id, { length }]) => [id, length + 2]));
  const few = { decisions: 2, deliverables: 2, violations: 2 };
  const options = { language: 'en', rulebook: serviceManagement, capacity: { ...few, ...capacity } } as const;
  return { rows, options, workbook: describeTracker(options) };
}

/** What was typed, each with what its row says. */
function said(typed: readonly Typed[], say: (tab: string, place: number) => string): Typed[] {
  const next = new Map<string, number>();
  return typed.map((entry) => {
    const place = next.get(entry.tab) ?? 0;
    next.set(entry.tab, place + 1);
    return { ...entry, says: say(entry.tab, place) };
  });
}

function shown(typed: readonly Typed[], values: ReadonlyMap<string, string[][]>): Typed[] {
  const { workbook } = opened(typed);
  return said(typed, (tab, place) => shownAt(values, tabOf(workbook, tab), statusColumn(tab), place));
}

describe('dates, times, numbers and words of other locales', () => {
  test('the check reads each as it is written here', () => {
    const statuses = coreStatuses(typedRows(), 'en');
    const words = wordsOf('en');
    const say = (tab: string, place: number) =>
      sayStatus(statuses.get(`${tab}.${statusColumn(tab)}`)![place]!, words);
    expect(said(TYPED, say)).toEqual(TYPED);
  });

  test.each(['en-US', 'de-DE', 'zh-CN'])('so do the formulas in LibreOffice of %s', async (locale) => {
    const { rows, options } = opened(TYPED);
    const { values } = await openInOffice(writeRows(rows, options), locale);
    expect(shown(TYPED, values)).toEqual(TYPED);
  });

  test('so do they in IronCalc', () => {
    const { rows, workbook } = opened(FEW);
    expect(shown(FEW, openInIronCalc(workbook, rows).values())).toEqual(FEW);
  });
});
