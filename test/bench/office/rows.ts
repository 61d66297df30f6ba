/** A tracker as a large team's would be after some years: mostly sound, with what people get wrong in some rows. */
import { type Cell, type Row, serialOf, type TrackerRows, type Words } from '#core/tracker/index.ts';
import { randomFrom } from '../../sheets-addon/support/random-rows.ts';

/** Rows by tab at full size. */
const FULL = {
  customers: 400,
  managers: 60,
  engagements: 500,
  contacts: 2_000,
  cases: 50_000,
  inquiries: 50_000,
  activities: 200_000,
};
const FIRST = serialOf('2025-01-06');
const DAYS = 500;

export function largeRows(seed: number, words: Words, share: number): TrackerRows {
  const random = randomFrom(seed);
  const below = (most: number) => Math.floor(random() * most);
  const rare = (odd: Cell, usual: Cell) => (below(200) === 0 ? odd : usual);
  const count = (tab: keyof typeof FULL) => Math.max(2, Math.round(FULL[tab] * share));
  const many = (tab: keyof typeof FULL, make: (index: number) => Row) =>
    Array.from({ length: count(tab) }, (_, index) => make(index));
  const day = () => FIRST + below(DAYS);
  const tiers = ['premium', 'premium', 'tsam', 'standard'].map((tier) => words.text(`tier.${tier}`));
  const status = (isOpen: boolean) => words.text(`tracker.case-${isOpen ? 'open' : 'closed'}`);
  const engagement = () => rare('E-unknown', `E-${below(count('engagements'))}`);
  const [deliverable, method] = [words.text('deliverable.maintenance'), words.text('method.phone')];
  return {
    customers: many('customers', (i) => ({ id: `C-${i}`, name: `Customer ${i}` })),
    managers: many('managers', (i) => ({ id: `M-${i}`, name: `Manager ${i}` })),
    engagements: many('engagements', (i) => ({
      id: `E-${i}`,
      customer: `C-${below(count('customers'))}`,
      tier: tiers[below(tiers.length)],
      manager: `M-${below(count('managers'))}`,
      agreedHours: below(10) === 0 ? 12.5 : null,
    })),
    contacts: many('contacts', (i) => ({
      engagement: engagement(),
      name: `Person ${i}`,
      email: rare('person0@customer.example', `person${i}@customer.example`),
      from: below(3) === 0 ? rare('some day', day()) : null,
      until: null,
    })),
    cases: many('cases', (i) => ({
      id: `K-${i}`,
      engagement: engagement(),
      subject: `Case number ${i}`,
      status: rare('waiting', status(below(27) === 0)),
      opened: rare('08.06.2025', day()),
    })),
    inquiries: many('inquiries', () => ({
      case: rare('K-unknown', `K-${below(count('cases'))}`),
      received: rare('yesterday', FIRST + below(DAYS) + (480 + below(300)) / 1440),
      answered: below(20) === 0 ? null : FIRST + DAYS + 5.5,
    })),
    activities: many('activities', (i) => ({
      id: `A-${i}`,
      date: rare('next Friday', day()),
      engagement: engagement(),
      hours: rare('1,5', (1 + below(9)) / 4),
      deliverable,
      method,
    })),
  };
}
