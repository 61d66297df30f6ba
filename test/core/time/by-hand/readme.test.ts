/** README's table of what "1 business day" means: the first thing that a stranger reads has to be true. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dueTime } from '#core/time/due-at.ts';
import { clockOf } from '../../../support/oracle/expectations.ts';

const at = Date.parse;
const HOURS = [{ from: '09:00', to: '17:00' }];
const WEEK = { mon: HOURS, tue: HOURS, wed: HOURS, thu: HOURS, fri: HOURS };

it.each([
  ['Thursday 14:30', '2026-06-11T14:30+02:00', 'Friday 14:30', '2026-06-12T14:30+02:00', []],
  ['Friday 16:50', '2026-06-12T16:50+02:00', 'Monday 16:50', '2026-06-15T16:50+02:00', []],
  ['Saturday 11:00', '2026-06-13T11:00+02:00', 'Tuesday 09:00', '2026-06-16T09:00+02:00', []],
  [
    'Friday 16:50, Monday is a holiday',
    '2026-05-22T16:50+02:00',
    'Tuesday 16:50',
    '2026-05-26T16:50+02:00',
    [{ date: '2026-05-25' }],
  ],
])('%s', (received, receivedIso, due, dueIso, holidays) => {
  const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8');
  expect(readme.split('\n').find((line) => line.startsWith(`| ${received} |`))).toContain(`${due} |`);
  const clock = clockOf({ zone: 'Europe/Berlin', week: WEEK, holidays });
  expect(dueTime(clock, at(receivedIso), { businessDays: 1 }, 'same-time')).toBe(at(dueIso));
});
