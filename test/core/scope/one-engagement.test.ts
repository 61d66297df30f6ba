/** What stands beside a ticket is what the whole check says of that engagement and its manager. */
import { describe, expect, it } from 'vitest';
import { checkScope, openDirectory } from '#core';
import { checkEngagement } from '#core/scope/check.ts';
import { demoDirectory } from '../../demo/directory.ts';

const nowMs = Date.parse('2026-06-11T10:00Z');
const opened = openDirectory(demoDirectory(nowMs));
if (Array.isArray(opened)) throw new Error(JSON.stringify(opened));
const book = opened;

describe('the check of one engagement', () => {
  it.each([...book.engagements.values()].map((entry) => [entry.id, entry] as const))(
    '%s: says neither less nor more than the check of the whole directory',
    (_, engagement) => {
      const whole = checkScope(book, { nowMs }).filter(
        ({ subject }) =>
          (subject.kind === 'engagement' && subject.id === engagement.id) ||
          (subject.kind === 'manager' && subject.id === engagement.manager),
      );
      expect(whole.length).toBeGreaterThan(0);
      expect(checkEngagement(book, engagement, { nowMs })).toEqual(whole);
    },
  );

  it('counts the cases of the manager’s other customers: 22 and 9 are 31 of 30', () => {
    const hanbit = book.engagements.get('hanbit-tsam')!;
    const [cases] = checkEngagement(book, hanbit, { nowMs }).filter(({ rule }) => rule === 'cases-in-hand');
    expect(cases?.values).toMatchObject({ used: 31, limit: 30 });
  });
});
