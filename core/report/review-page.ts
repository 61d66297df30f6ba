/** A service review as a page, section by section, in one language. */
import { sayDates } from '../language/time-words.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import { formatLocalDate } from '../time/local-date.ts';
import type { Words } from '../tracker/words.ts';
import type { Page } from './page.ts';
import { PageWriter } from './page-writer.ts';
import type { ReportPeriod } from './report-period.ts';
import { type ReportWords, reportWords } from './report-words.ts';
import { answersSection } from './sections/answers.ts';
import { casesSections } from './sections/cases.ts';
import { breachesSection, deliverablesSection } from './sections/deliverables.ts';
import { glanceSection } from './sections/glance.ts';
import { hoursSections } from './sections/hours.ts';
import type { ServiceReview } from './service-review.ts';

/** Widths in characters: a name, four figures, a remark. Together they fill an A4 page upright. */
const COLUMNS = [25, 14, 14, 15, 14, 18];

/**
 * Lays a review out. The page holds final words and numbers only, those of the review's own engagement.
 */
export function reviewPage(review: ServiceReview, words: Words, rulebook: Rulebook): Page {
  const say = reportWords(words, rulebook);
  const title = words.text('report.title', {
    customer: review.customer,
    period: datesOf(review.period, words),
  });
  const page = new PageWriter(title, COLUMNS);
  page.line(title, 'title');
  page.repeatSoFar();
  head(page, review, say);
  glanceSection(page, review, say);
  hoursSections(page, review, say);
  answersSection(page, review, say);
  casesSections(page, review, say);
  deliverablesSection(page, review, say);
  breachesSection(page, review, say);
  page.space();
  page.line(words.text('report.about'), 'quiet');
  return page.done();
}

/** The page of a tracker in which no engagement can be reviewed yet. */
export function emptyReviewPage(words: Words): Page {
  const title = words.text('report.tab');
  const page = new PageWriter(title, COLUMNS);
  page.line(title, 'title');
  page.repeatSoFar();
  page.line(words.text('tracker.nothing-yet'), 'quiet');
  return page.done();
}

function datesOf({ fromDay, untilDay }: ReportPeriod, { language }: Words): string {
  return sayDates(fromDay, untilDay - 1, language);
}

function head(page: PageWriter, review: ServiceReview, say: ReportWords): void {
  const { words } = say;
  const { engagement, before, manager, backup, zone, isRunning, lastDay } = review;
  const { id, name, from, until } = engagement;
  const term = [from, until].map((date) => (date === undefined ? '' : say.date(date)));
  page.facts([
    [words.header('overview', 'engagement'), name === undefined ? id : `${id} · ${name}`],
    [words.header('overview', 'tier'), say.tier(review.tier)],
    [words.header('overview', 'manager'), manager],
    [words.header('engagements', 'backup'), backup ?? '–'],
    [words.text('report.term'), term.every((end) => end === '') ? '–' : term.join(' – ')],
    [words.text('report.compared'), datesOf(before, words)],
    [words.text('report.zone'), zone],
    [words.text('report.until'), say.date(formatLocalDate(lastDay))],
  ]);
  if (isRunning) page.line(words.text('report.running', { date: say.date(lastDay) }), 'quiet');
}
