/** What the sections of a review share in words: names, dates, hours. */
import { type Translate, translator } from '../language/index.ts';
import { termOf } from '../language/term.ts';
import { sayDate } from '../language/time-words.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import { showHours } from '../scope/parts/hours.ts';
import { type DayNumber, type LocalDate, parseLocalDate } from '../time/local-date.ts';
import type { Words } from '../tracker/words.ts';

export interface ReportWords {
  words: Words;
  translate: Translate;
  rulebook: Rulebook;
  tier(id: string): string;
  /** The name of a deliverable; what stands for none at all. */
  deliverable(id: string | null): string;
  date(date: LocalDate | DayNumber | null): string;
  hours(ms: number): number;
}

export function reportWords(words: Words, rulebook: Rulebook): ReportWords {
  const { language } = words;
  const named = (list: readonly { id: string }[], id: string) =>
    list.find((entry) => entry.id === id) ?? { id };
  return {
    words,
    translate: translator(language),
    rulebook,
    tier: (id) => termOf('tier', named(rulebook.tiers, id), language),
    deliverable: (id) =>
      id === null
        ? words.text('report.no-deliverable')
        : termOf('deliverable', named(rulebook.deliverables, id), language),
    date: (date) => {
      const day = typeof date === 'string' ? parseLocalDate(date) : date;
      return typeof day === 'number' ? sayDate(day, language) : '';
    },
    hours: (ms) => showHours(ms, null),
  };
}
