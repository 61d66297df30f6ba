/** A stretch of dates is written as its dates are, in each language. */
import { expect, it } from 'vitest';
import { sayDateRange, sayDates } from '#core/language/time-words.ts';

/** Saturday, October 24, 2026, as a day number. */
const SATURDAY = Date.UTC(2026, 9, 24) / 86_400_000;

it.each([
  ['de', 'Sa., 24. – So., 25. Okt. 2026'],
  ['en', 'Sat, Oct 24 – Sun, Oct 25, 2026'],
  ['es', 'sáb, 24 oct – dom, 25 oct 2026'],
  ['it', 'sab 24 – dom 25 ott 2026'],
  ['ko', '2026년 10월 24일 (토)~25일 (일)'],
  ['zh-CN', '2026年10月24日周六至2026年10月25日周日'],
])('%s: a weekend', (language, said) => {
  expect(plain(sayDateRange(SATURDAY, SATURDAY + 1, language))).toBe(said);
});

it.each([
  ['de', '24.–25. Okt. 2026'],
  ['en', 'Oct 24 – 25, 2026'],
  ['zh-CN', '2026年10月24日 – 2026年10月25日'],
])('%s: without weekdays', (language, said) => {
  expect(plain(sayDates(SATURDAY, SATURDAY + 1, language))).toBe(said);
});

it('one day is no stretch', () => {
  expect(sayDateRange(SATURDAY, SATURDAY, 'zh-CN')).toBe('2026年10月24日周六');
});

/** Intl's narrow and thin spaces are spaces. */
function plain(text: string): string {
  return text.replace(/[\u2009\u202f]/gu, ' ');
}
