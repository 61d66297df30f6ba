/** Days that are near have names; in somebody else's zone only those that the reader's own calendar shares. */
import { expect, test } from 'vitest';
import { nearbyInstant } from '../../../extension/ui/format.ts';

const at = Date.parse;
/** Saturday 21 November 2026, 19:30 in Berlin; in Tokyo it is Sunday, 03:30. */
const NOW = at('2026-11-21T18:30Z');
const berlin = (atMs: number, language = 'en') => nearbyInstant(atMs, 'Europe/Berlin', language, NOW);

test('today, tomorrow and yesterday by name, the rest of a week by its weekday, beyond it by date', () => {
  expect(berlin(at('2026-11-21T22:00Z'))).toBe('today 23:00');
  expect(berlin(at('2026-11-22T08:00Z'))).toBe('tomorrow 09:00');
  expect(berlin(at('2026-11-20T08:00Z'))).toBe('yesterday 09:00');
  expect(berlin(at('2026-11-23T08:00Z'))).toBe('Monday 09:00');
  expect(berlin(at('2026-11-27T08:00Z'))).toBe('Friday 09:00');
  expect(berlin(at('2026-11-28T08:00Z'))).toContain('28');
  expect(berlin(at('2026-11-19T08:00Z'))).toContain('19');
});

test('in the words of the language, without brackets around a weekday', () => {
  expect(berlin(at('2026-11-23T08:00Z'), 'de')).toBe('Montag, 09:00');
  expect(berlin(at('2026-11-23T08:00Z'), 'ko')).toBe('월요일 09:00');
  expect(berlin(at('2026-11-23T08:00Z'), 'zh-CN')).toBe('星期一09:00');
});

test('where the other zone has another date already, its days are named and not called tomorrow', () => {
  const tokyo = (atMs: number) => nearbyInstant(atMs, 'Asia/Tokyo', 'en', NOW, 'Europe/Berlin');
  // Berlin's "tomorrow 18:30" and Tokyo's Monday morning are one instant.
  expect(tokyo(at('2026-11-22T17:30Z'))).toBe('Monday 02:30');
  expect(tokyo(at('2026-11-21T19:00Z'))).toBe('Sunday 04:00');
  expect(tokyo(at('2026-11-21T14:00Z'))).toBe('Saturday 23:00');
});

test('where both zones have the same date, the words are those of the reader', () => {
  const london = nearbyInstant(at('2026-11-22T08:00Z'), 'Europe/London', 'en', NOW, 'Europe/Berlin');
  expect(london).toBe('tomorrow 08:00');
});
