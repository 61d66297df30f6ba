import { describe, expect, it } from 'vitest';
import { viewEngagement } from '#core/response/engagement-view.ts';
import { bookOf, engagement } from '../../support/core/facts.ts';

const SATURDAY = '2026-06-13T12:00+02:00';

/** The office is open from Monday to Friday, 09:00 to 17:00; June 13 is a Saturday. */
describe('who serves is said of now, or of the next opening', () => {
  it.each([
    ['while it is open, of today', '2026-06-12T10:00+02:00', [], 'manager', null],
    ['before the opening, of today', '2026-06-12T08:00+02:00', [], 'manager', null],
    ['after the close on Friday, of Monday', '2026-06-12T17:00+02:00', [], 'manager', '2026-06-15'],
    ['on a Saturday, of Monday', SATURDAY, [], 'manager', '2026-06-15'],
    ['off from Monday on: the backup', SATURDAY, ['2026-06-15', '2026-06-19'], 'backup', '2026-06-15'],
    ['off until Sunday: the manager', SATURDAY, ['2026-06-08', '2026-06-14'], 'manager', '2026-06-15'],
  ] as const)('%s', (_, now, [from, until], serving, servingOn) => {
    const book = bookOf({
      customers: [{ id: 'A', name: 'Customer A' }],
      engagements: [engagement('E-1', 'A', 'premium', { backup: 'M-2' })],
      timeOff: from === undefined ? [] : [{ manager: 'M-1', from, until }],
    });
    const view = viewEngagement(book, book.engagements.get('E-1')!, {
      nowMs: Date.parse(now),
      language: 'en',
    });
    expect(view).toMatchObject({ serving, servingOn });
  });
});

describe('a manager’s address becomes a link to write to them', () => {
  it.each([
    ['as it is', 'mira.roth+support@vendor.example', 'mira.roth+support@vendor.example'],
    ['in letters of any script', 'jürgen@büro.example', 'jürgen@büro.example'],
    ['not where it adds somebody to the readers', 'mira@vendor.example?cc=eve@evil.example', null],
    ['not where it is two', 'mira@vendor.example,eve@evil.example', null],
    ['not where its letters are hidden', 'mira@vendor.example%3Fcc=eve', null],
    ['not where it is none', 'javascript:alert(1)', null],
  ])('%s', (_, email, shown) => {
    const book = bookOf({
      customers: [{ id: 'A', name: 'Customer A' }],
      managers: [{ id: 'M-1', name: 'Mira Roth', email }],
      engagements: [engagement('E-1', 'A', 'premium')],
    });
    const view = viewEngagement(book, book.engagements.get('E-1')!, {
      nowMs: Date.parse(SATURDAY),
      language: 'en',
    });
    expect(view.manager).toMatchObject({ name: 'Mira Roth', email: shown });
  });
});
