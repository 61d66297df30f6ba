/** Answers what a content script asks about the rows of a list: one message for all of them. */
import { translator } from '#core/language/index.ts';
import { sayProblem } from '#core/language/say-problem.ts';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import { MINUTE_MS } from '#core/time/units.ts';
import type { NoDirectoryAnswer } from '../platform/messages.ts';
import type { RowFacts, RowsAnswer } from '../platform/rows.ts';
import { picksItem } from '../state/settings.ts';
import { currentDirectory } from './directory.ts';
import { siteSettings } from './look.ts';
import { looksAt } from './looked.ts';
import { pickAmong } from './picks.ts';
import { judgeRows } from './row-answer.ts';
import { LIST_WORDS, spoken, surfaceLanguage } from './speak.ts';

export async function answerRows(
  rows: readonly RowFacts[],
  pageUrl: string,
  nowMs: number,
): Promise<RowsAnswer | NoDirectoryAnswer> {
  const [{ book, problems }, language, picks, looks, site] = await Promise.all([
    currentDirectory(),
    surfaceLanguage(),
    picksItem.getValue(),
    looksAt(pageUrl),
    siteSettings(pageUrl),
  ]);
  const said = spoken(language, LIST_WORDS);
  if (book === null) {
    const [first] = problems;
    const problem = first ? sayProblem(first, translator(language)) : null;
    return { kind: 'no-directory', problem, ...said, site };
  }
  const picked = (facts: TicketFacts) => pickAmong(picks, facts)?.engagement;
  return {
    kind: 'rows',
    askedMs: nowMs,
    ...judgeRows(rows, { book, nowMs, language, looks, picked }),
    dueSoonMs: book.rulebook.readings.dueSoonMinutes * MINUTE_MS,
    site,
    ...said,
  };
}
