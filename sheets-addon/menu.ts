/** The menu, and what its entries say when they are done. */

import type { Language } from '#core';
import { type Words, wordsOf } from '#core/tracker/index.ts';
import { type CheckSummary, checkNow } from './check.ts';
import { sayFailure } from './failure.ts';
import { type OpenTracker, openTracker } from './open-tracker.ts';
import { writeReport } from './report.ts';
import { setUpTracker } from './set-up.ts';
import { alone, OpenSpreadsheet, type UserInterface } from './spreadsheet.ts';

export interface Session {
  language: Language;
  nowMs: number;
  ui: UserInterface;
}

/** Entries of the menu, and the global function that each calls. */
const ENTRIES = [
  ['menu.set-up', 'setUp'],
  ['menu.check', 'checkTrackerNow'],
  ['menu.sidebar', 'openSidebar'],
  ['menu.report', 'writeServiceReview'],
] as const;

export function addMenu({ language, ui }: Pick<Session, 'language' | 'ui'>): void {
  const words = wordsOf(language);
  ui.addMenu(
    words.text('menu.title'),
    ENTRIES.map(([key, call]) => ({ label: words.text(key), call })),
  );
}

export function runSetUp(session: Session): void {
  attempt(session, ({ spreadsheet, workbook, sheetWords }, words) => {
    setUpTracker(spreadsheet, workbook, sheetWords, session.nowMs);
    return { title: words.text('tracker.set-up-title'), lines: [words.text('tracker.set-up-done')] };
  });
}

export function runCheck(session: Session): void {
  attempt(session, ({ spreadsheet, workbook, sheetWords }, words) => {
    const result = checkNow(spreadsheet, workbook, sheetWords, session.nowMs);
    return {
      title: words.text('tracker.check-done-title'),
      lines: 'missing' in result ? [result.missing] : summaryLines(result, words),
    };
  });
}

export function runReport(session: Session): void {
  attempt(session, ({ spreadsheet, workbook, sheetWords }, words) => ({
    title: words.text('report.tab'),
    lines: [writeReport(spreadsheet, workbook, sheetWords, session.nowMs)],
  }));
}

/** Whatever goes wrong is said in the sheet; nothing ends in silence. */
function attempt(
  { language, ui }: Session,
  work: (tracker: OpenTracker, words: Words) => { title: string; lines: readonly string[] },
): void {
  const words = wordsOf(language);
  try {
    const done = alone(() => work(openTracker(new OpenSpreadsheet(), language), words));
    if (done) ui.tell(done.result.title, done.result.lines.join('\n'));
    else ui.tell(words.text('menu.title'), words.text('tracker.busy'));
  } catch (error) {
    ui.tell(words.text('menu.title'), sayFailure(error, words));
  }
}

function summaryLines({ violations, warnings, unreadable }: CheckSummary, words: Words): string[] {
  return [
    violations === 0
      ? words.text('tracker.check-none')
      : words.text('tracker.check-violations', { count: violations }),
    ...(warnings === 0 ? [] : [words.text('tracker.check-warnings', { count: warnings })]),
    ...(unreadable === 0 ? [] : [words.text('tracker.check-unreadable', { count: unreadable })]),
  ];
}
