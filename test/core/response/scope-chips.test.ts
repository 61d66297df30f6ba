/** The chips of scope beside a ticket: what is used of each limit, and where the week is heading. */
import { expect, it } from 'vitest';
import { usageChips } from '#core/response/scope-chips.ts';
import { bookOf, engagement } from '../../support/core/facts.ts';

const chipsAt = (now: string) => {
  const book = bookOf({
    customers: [{ id: 'A', name: 'Customer A' }],
    engagements: [engagement('E-1', 'A', 'premium')],
    activities: [{ id: 'A-1', engagement: 'E-1', date: '2026-06-08', hours: 6 }],
  });
  return usageChips(book, book.engagements.get('E-1')!, Date.parse(now));
};

// The office is open from Monday to Friday, 09:00 to 17:00: 40 hours a week, of which 20 have run on Wednesday at 13:00.
it('six hours by the middle of the week are twelve in the end, and the chip says so', () => {
  expect(chipsAt('2026-06-10T13:00+02:00')).toContainEqual(
    expect.objectContaining({
      message: 'weekly-hours-forecast',
      values: { used: 6, limit: 10, forecast: 12 },
    }),
  );
});

it('early on Monday nothing is forecast, once the week has run there is nothing more to come', () => {
  for (const now of ['2026-06-08T09:30+02:00', '2026-06-14T12:00+02:00']) {
    expect(chipsAt(now)).toContainEqual(
      expect.objectContaining({ message: 'weekly-hours', values: { used: 6, limit: 10 } }),
    );
  }
});
