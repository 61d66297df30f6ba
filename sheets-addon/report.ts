/** The service review on a tab of its own, for the engagement and the period that people have chosen there. */
import { type ReportPeriod, readReportPeriod, reviewPeriods } from '#core';
import { reviewPage } from '#core/report/index.ts';
import {
  engagementIn,
  type OpenTracker,
  textOf,
  trackerReview,
  type Words,
  type Workbook,
} from '#core/tracker/index.ts';
import { openRead } from './check.ts';
import { readTracker } from './read-rows.ts';
import type { OpenSpreadsheet } from './spreadsheet.ts';

const TAB = 'report';
const ENGAGEMENT = 'Dueline_reportEngagement';
const PERIOD = 'Dueline_reportPeriod';
/** Complete periods on offer, beside the running one. */
const BACK = 12;

/** Writes the review; gives what is to be said of it. */
export function writeReport(
  spreadsheet: OpenSpreadsheet,
  workbook: Workbook,
  words: Words,
  nowMs: number,
): string {
  const read = readTracker(spreadsheet, workbook, words);
  if ('missing' in read) return read.missing;
  const tracker = openRead(read, workbook, words, nowMs);
  const ids = (read.rows.engagements ?? []).map(({ id }) => textOf(id)).filter((id) => id !== '');
  const id = chosen(spreadsheet, ENGAGEMENT) || ids[0];
  if (id === undefined) return words.text('tracker.nothing-yet');
  const offered = periodsOf(tracker, id);
  if (!offered) return words.text('report.engagement-unknown', { engagement: id });
  const wanted = chosen(spreadsheet, PERIOD);
  const period = wanted === '' ? offered[1]! : readReportPeriod(wanted);
  if (!period) return words.text('report.period-unknown', { period: wanted });
  const review = trackerReview(tracker, id, { period, zone: spreadsheet.zone })!;
  const tab = spreadsheet.drawPage(
    TAB,
    words.text('report.tab'),
    reviewPage(review, words, tracker.book.rulebook),
    [
      {
        label: words.header('overview', 'engagement'),
        value: id,
        name: ENGAGEMENT,
        offered: [...new Set(ids)],
      },
      {
        label: words.text('report.period'),
        value: period.id,
        name: PERIOD,
        offered: offered.map((one) => one.id),
      },
    ],
    words.text('report.hint'),
  );
  return words.text('report.written', { engagement: id, period: period.id, tab });
}

function chosen(spreadsheet: OpenSpreadsheet, name: string): string {
  const value = spreadsheet.namedValue(name);
  // The apostrophe that keeps a text a text may be shown with it.
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim().replace(/^'/, '') : '';
}

function periodsOf(tracker: OpenTracker, id: string): ReportPeriod[] | null {
  const engagement = engagementIn(tracker, id);
  return engagement && reviewPeriods(tracker.book, engagement, { nowMs: tracker.options.nowMs, back: BACK });
}
