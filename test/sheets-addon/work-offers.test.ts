import { expect, test } from 'vitest';
import { LANGUAGES, type Language, serviceManagement, translator } from '#core/index.ts';
import { termOf } from '#core/language/term.ts';
import {
  deliverableOffers,
  methodOffers,
  tierCalled,
  workNotes,
} from '../../sheets-addon/sidebar/work-offers.ts';

const say = translator('en');
const LISTED = serviceManagement.deliverables.map((one) => termOf('deliverable', one, 'en'));
const METHODS = ['in person', 'video conference', 'phone', 'e-mail', 'online self-paced training'];
const tier = (name: string, written: Language = 'en') => tierCalled(name, written);

// Table 1 of the service descriptions: what Standard has not, and TSAM has not.
const NOT_STANDARD = [
  'Case management',
  'Customer advocacy',
  'Environment consulting',
  'Escalation management',
  'Risk mitigation',
  'Software performance report',
  'Spokesperson',
];
const NOT_TSAM = ['Environment consulting', 'Maintenance', 'Release management', 'Upgrade planning'];

test('who logs time is offered what the tier includes; what it does not is there on demand', () => {
  expect([...deliverableOffers(LISTED, tier('Standard'), 'en').others].sort()).toEqual(NOT_STANDARD);
  expect([...deliverableOffers(LISTED, tier(' tsam '), 'en').others].sort()).toEqual(NOT_TSAM);
  expect(deliverableOffers(LISTED, tier('Premium'), 'en')).toEqual({ own: LISTED, others: [] });
});

test('without an engagement, or with a tier that is none, everything is offered', () => {
  for (const name of ['', 'Gold']) {
    expect(deliverableOffers(LISTED, tier(name), 'en').own).toEqual(LISTED);
    expect(methodOffers(METHODS, tier(name), 'Service reviews', 'en').own).toEqual(METHODS);
  }
});

test('what people have put into the lists themselves is offered with every tier', () => {
  const { own } = deliverableOffers([...LISTED, 'Fire drill'], tier('Standard'), 'en');
  expect(own).toContain('Fire drill');
  expect(methodOffers([...METHODS, 'pigeon'], tier('Standard'), 'Service reviews', 'en').own).toEqual([
    'video conference',
    'pigeon',
  ]);
});

test('methods are those that the tier states for the deliverable; where none is stated, all', () => {
  const of = (name: string, deliverable: string) => methodOffers(METHODS, tier(name), deliverable, 'en').own;
  expect(of('Standard', 'Service reviews')).toEqual(['video conference']);
  expect(of('Premium', 'Service reviews')).toEqual(['in person', 'video conference']);
  expect(of('TSAM', 'Service reviews')).toEqual(METHODS);
  expect(of('Standard', '')).toEqual(METHODS);
});

test('what the check will find is said before it is logged, with the row of the contract’s table', () => {
  const notes = (name: string, deliverable: string, method = '') =>
    workNotes({ tier: tier(name), deliverable, method }, METHODS, 'en', say).map(({ text }) => text);
  expect(notes('Standard', 'Case management')).toEqual([
    'Standard does not include Case management. It can be logged all the same; the check will call it a violation.',
    'Table 1: Case management',
  ]);
  expect(notes('Standard', 'Service reviews', 'phone')).toEqual([
    'For Service reviews, Standard states video conference. phone can be logged all the same; the check will warn of it.',
    'Table 2: Service reviews',
  ]);
  expect(notes('Standard', 'Service reviews', 'video conference')).toEqual([]);
  expect(notes('Standard', 'Service reviews')).toEqual([]);
  expect(notes('TSAM', 'Service reviews', 'phone')).toEqual(['The contract states no method for TSAM.']);
});

test.each(LANGUAGES)('a tracker in %s is understood: its own names of tiers and deliverables', (written) => {
  const standard = serviceManagement.tiers.find(({ id }) => id === 'standard')!;
  const listed = serviceManagement.deliverables.map((one) => termOf('deliverable', one, written));
  const found = tier(termOf('tier', standard, written), written);
  expect(deliverableOffers(listed, found, written).others).toHaveLength(NOT_STANDARD.length);
});
