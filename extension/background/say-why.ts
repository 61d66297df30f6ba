/** Why an answer is due then; or, where none is due, what says so. */
import type { DirectoryBook } from '#core/engagement/book.ts';
import type { Translate } from '#core/language/index.ts';
import { sayDate } from '#core/language/time-words.ts';
import { type SaidStep, sayDerivation, sayRest } from '#core/response/say-derivation.ts';
import type { EngagementView, Verdict } from '#core/response/verdict.ts';
import { parseLocalDate } from '#core/time/local-date.ts';
import { sectionOf } from './say.ts';

export function sayWhy(
  { current, engagement, withoutInquiry }: Verdict,
  book: DirectoryBook,
  translate: Translate,
): SaidStep[] {
  if (engagement === null) return [];
  const steps = current?.steps ?? [];
  if (steps.length > 0) {
    return sayDerivation(steps, { translate, zone: engagement.zone, rulebook: book.rulebook });
  }
  const state = current?.state ?? withoutInquiry;
  if (state === 'not-stated') return [noTarget(engagement, book, translate)];
  return state === 'outside-term' ? termOfIt(engagement, translate) : [];
}

function noTarget({ targetRests }: EngagementView, book: DirectoryBook, translate: Translate): SaidStep {
  return {
    text: sayRest(targetRests, translate, book.rulebook),
    rests: targetRests.kind === 'clause' ? sectionOf(targetRests.clause, book, translate) : '',
    isReading: false,
  };
}

function termOfIt({ term: { from, until } }: EngagementView, translate: Translate): SaidStep[] {
  const date = (text: string) => {
    const day = parseLocalDate(text);
    return typeof day === 'number' ? sayDate(day, translate.language) : text;
  };
  const said = (text: string): SaidStep[] => [{ text, rests: '', isReading: false }];
  if (from !== null && until !== null)
    return said(translate('popup.term', { from: date(from), until: date(until) }));
  if (from !== null) return said(translate('popup.term-from', { from: date(from) }));
  return until === null ? [] : said(translate('popup.term-until', { until: date(until) }));
}
