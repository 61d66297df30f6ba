/** The daily check: step by step, each once, going on later where Google's time for one run is short. */
import type { Language } from '#core';
import { clockOf } from '#core/engagement/book.ts';
import { wordsOf } from '#core/tracker/index.ts';
import { type OpenCheck, openCheck, writeDeliverables, writeViolations } from '../check.ts';
import { sayFailure } from '../failure.ts';
import { type OpenTracker, openTracker } from '../open-tracker.ts';
import { readRowsOf } from '../read-rows.ts';
import { alone, OpenSpreadsheet } from '../spreadsheet.ts';
import { digestOf, sent } from './digest.ts';
import { type DailyState, dailyState, keepIfOn, STEPS } from './state.ts';
import { goOnIn, stopDaily } from './triggers.ts';

/** Google ends a run after six minutes; no step is begun when so much is over. */
const BUDGET_MS = 3.5 * 60_000;
const MINUTE_MS = 60_000;
/** Somebody else at work is waited for so often, so long each time. */
const WAITS = 3;
const WAIT_MS = 10 * MINUTE_MS;

export interface DailyRun {
  language: Language;
  nowMs: number;
  /** Since the run began. */
  elapsedMs(): number;
  /** The trigger that has called. */
  trigger: string;
}

/** Nothing that goes wrong is lost: it is written down, and said in the sidebar. */
export function runDaily(run: DailyRun): void {
  const state = dailyState();
  if (state === null || ![state.trigger, state.next].includes(run.trigger)) {
    // Somebody has switched it off or on again since, under another account perhaps: this trigger has had its day.
    stopDaily(run.trigger);
    return;
  }
  if (state.next !== null) stopDaily(state.next);
  const isNewDay = run.trigger === state.trigger;
  const cutOff = state.isUnderWay ? wordsOf(run.language).text('daily.cut-off') : '';
  if (cutOff !== '' && !isNewDay) {
    // What was begun and never ended is not begun again in the same way before another day.
    end(state, run, cutOff, true);
    return;
  }
  const fresh = isNewDay ? { step: 0, waits: 0, isUnderWay: false } : {};
  const current: DailyState = { ...state, next: null, ...fresh };
  if (alone(() => goThrough(current, run, cutOff)) === null) waitForOthers(current, run);
}

function goThrough(state: DailyState, run: DailyRun, cutOff: string): void {
  try {
    const text = steps(state, run);
    if (text !== null) end(state, run, `${cutOff} ${text}`.trim(), cutOff !== '');
  } catch (error) {
    end(state, run, sayFailure(error, wordsOf(run.language)), true);
  }
}

function waitForOthers(state: DailyState, run: DailyRun): void {
  if (state.waits >= WAITS) end(state, run, wordsOf(run.language).text('tracker.busy'), true);
  else keepIfOn({ ...state, waits: state.waits + 1, next: goOnIn(WAIT_MS) });
}

function end(state: DailyState, { nowMs }: DailyRun, text: string, isProblem: boolean): void {
  keepIfOn({ ...state, step: 0, isUnderWay: false, next: null, last: { atMs: nowMs, text, isProblem } });
}

/** What is to be said at the end; `null` where the rest is done by another run. */
function steps(state: DailyState, run: DailyRun): string | null {
  const tracker = openTracker(new OpenSpreadsheet(), run.language);
  let opened: OpenCheck | null = null;
  for (let step = state.step; step < STEPS.length; step++) {
    if (run.elapsedMs() > BUDGET_MS) {
      keepIfOn({ ...state, step, isUnderWay: false, next: goOnIn(MINUTE_MS) });
      return null;
    }
    keepIfOn({ ...state, step, isUnderWay: true });
    if (opened === null) {
      const read = openCheck(tracker.spreadsheet, tracker.workbook, tracker.sheetWords, run.nowMs);
      if ('missing' in read) return toldMissing(read.missing, state.to, tracker);
      opened = read;
    }
    if (STEPS[step] === 'findings') writeViolations(opened);
    else if (STEPS[step] === 'deliverables') writeDeliverables(opened);
    else return digest(state.to, opened, tracker);
  }
  return null;
}

/** Sent in business hours only: while at least one engagement is served. */
function digest(to: string, check: OpenCheck, { spreadsheet, sheetWords: words }: OpenTracker): string {
  const { book, options } = check.tracker;
  const isServed = book.directory.engagements.some((one) => clockOf(book, one).isOpen(options.nowMs));
  if (!isServed) return words.text('daily.closed');
  const rows = readRowsOf(check.read.found.get('violations')!, check.read.offsetMs);
  const mail = digestOf(rows, words, spreadsheet);
  if (mail === null) return words.text('daily.nothing');
  return words.text(sent(to, mail) ? 'daily.sent' : 'daily.quota', { to });
}

/** A check that cannot run tells so by mail, too: nobody may look at the sheet that day. */
function toldMissing(missing: string, to: string, { spreadsheet, sheetWords }: OpenTracker): string {
  const { title, url } = spreadsheet;
  const subject = sheetWords.text('daily.failed-subject', { title });
  sent(to, { subject, body: [missing, url, sheetWords.text('daily.stop')].join('\n\n') });
  return missing;
}
