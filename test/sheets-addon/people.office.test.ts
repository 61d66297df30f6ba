/** Who counts as one person, and how many are there at a time: by numbers in order, and yet as people typed them. */
import { expect, test } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import { type Cell, describeTracker, type TrackerRows, tabOf, wordsOf } from '#core/tracker/index.ts';
import { writeRows } from '../../sheets-addon/provision/write-tracker.ts';
import { differences, shownAt } from './support/compare.ts';
import { openInIronCalc } from './support/iron-calc.ts';
import { openInOffice } from './support/office.ts';

const words = wordsOf('en');
/** Alike in all that the numbers look at: the first 24 characters, the last 24. */
const alike = (middle: string) =>
  `a-very-long-name-of-a-person-${middle}-in-a-department@a-long-domain.example`;
const OK = 'ok';
const AGAIN = 'Same person as in another row; counted once';
const BEYOND = 'Over the limit of 3 contacts';

/** Engagement, address, from, until; what is said of the row, worked out by hand. */
const CONTACTS: [engagement: string, email: Cell, from: Cell, until: Cell, said: string][] = [
  // Three people whose numbers are the same, and the second of them again.
  ['E-1', alike('one'), '2026-01-01', null, OK],
  ['E-1', alike('two'), '2026-01-01', null, OK],
  ['E-1', alike('three'), '2026-01-01', null, OK],
  ['E-1', ` ${alike('two').toUpperCase()} `, '2026-02-01', null, AGAIN],
  ['E-1', alike('four'), '2026-03-01', null, BEYOND],
  // The same three elsewhere are nobody's doubles.
  ['E-2', alike('one'), null, '2026-03-31', OK],
  ['E-2', alike('two'), null, '2026-03-31', OK],
  ['E-2', alike('three'), null, '2026-04-30', OK],
  // While the three are there a fourth is one too many, and not on the day after two have left.
  ['E-2', 'late@b.example', '2026-03-31', null, BEYOND],
  ['E-2', 'later@b.example', '2026-04-01', null, OK],
  // Lengthened by its double until May, and back after a pause in July.
  ['E-3', 'back@c.example', '2026-01-01', '2026-03-31', OK],
  ['E-3', 'back@c.example', '2026-03-31', '2026-05-31', AGAIN],
  ['E-3', 'back@c.example', '2026-02-01', '2026-02-28', AGAIN],
  ['E-3', 'second@c.example', '2026-04-01', null, OK],
  ['E-3', 'third@c.example', '2026-04-01', null, OK],
  ['E-3', 'fourth@c.example', '2026-05-31', '2026-05-31', BEYOND],
  ['E-3', 'fifth@c.example', '2026-06-01', '2026-06-30', OK],
  ['E-3', 'back@c.example', '2026-07-01', null, OK],
  // Typed above, begun below: by its start the first of its engagement's four.
  ['E-4', 'fourth@d.example', '2026-01-04', null, BEYOND],
  ['E-4', 'third@d.example', '2026-01-03', null, OK],
  ['E-4', 'second@d.example', '2026-01-02', null, OK],
  ['E-4', 'first@d.example', '2026-01-01', null, OK],
];

const rows: TrackerRows = {
  customers: [{ id: 'C', name: 'Customer' }],
  managers: [{ id: 'M' }],
  engagements: ['E-1', 'E-2', 'E-3', 'E-4'].map((id) => ({
    id,
    customer: 'C',
    tier: words.text('tier.premium'),
    manager: 'M',
  })),
  contacts: CONTACTS.map(([engagement, email, from, until]) => ({ engagement, email, from, until })),
};
// Not one row is free: nothing stands below the last contact.
const capacity = {
  contacts: CONTACTS.length,
  cases: 2,
  inquiries: 2,
  engagements: 4,
  managers: 2,
  customers: 2,
  activities: 2,
  calendar: 2,
  decisions: 2,
  deliverables: 2,
  violations: 2,
};
const options = { language: 'en', rulebook: serviceManagement, capacity } as const;
const workbook = describeTracker(options);

test.each([
  ['LibreOffice', async () => (await openInOffice(writeRows(rows, options))).values],
  ['IronCalc', async () => openInIronCalc(workbook, rows).values()],
] as const)(
  'each contact is its own person and is counted with its own engagement in %s, as in core',
  async (_, open) => {
    const values = await open();
    const contacts = tabOf(workbook, 'contacts');
    const said = CONTACTS.map(([, email], place) => [email, shownAt(values, contacts, 'status', place)]);
    expect(said).toEqual(CONTACTS.map(([, email, , , expected]) => [email, expected]));
    expect(differences(values, workbook, rows)).toEqual([]);
  },
);
