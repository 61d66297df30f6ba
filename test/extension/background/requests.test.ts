import { expect, test } from 'vitest';
import { isProblem } from '#core/problem.ts';
import { acceptRequest, type Sender } from '../../../extension/background/requests.ts';

const SELF = { id: 'dueline', base: 'chrome-extension://dueline/' };
const PAGE: Sender = { id: 'dueline', url: 'https://desk.example/tickets/1', tab: { id: 1 }, frameId: 0 };
const POPUP: Sender = { id: 'dueline', url: 'chrome-extension://dueline/popup.html' };

const FACTS = {
  url: 'https://desk.example/tickets/1',
  reader: 'generic',
  language: 'en',
  id: { value: '1', source: 'url' },
  subject: null,
  requester: null,
  organisation: null,
  created: null,
  status: null,
  priority: null,
  assignee: null,
  messages: [],
  earlierMessages: 0,
  unread: [],
};
const TICKET = { type: 'ticket', facts: FACTS, view: true };

function reasonOf(message: unknown, sender: Sender): string | null {
  const accepted = acceptRequest(message, sender, SELF);
  return isProblem(accepted) ? accepted.values.reason : null;
}

test('a page’s ticket and the popup’s question are accepted', () => {
  expect(reasonOf(TICKET, PAGE)).toBeNull();
  expect(reasonOf({ type: 'popup', url: null, engagement: null }, POPUP)).toBeNull();
});

test('page-cannot-ask: another extension and a sender without an address are refused', () => {
  expect(reasonOf(TICKET, { ...PAGE, id: 'other' })).toBe('sender');
  expect(reasonOf(TICKET, { id: 'dueline' })).toBe('sender');
});

test('page-cannot-ask: a content script gets neither the directory nor the popup’s view of a customer', () => {
  for (const type of ['export-directory', 'options', 'undo-directory', 'forget-picks']) {
    expect(reasonOf({ type }, PAGE), type).toMatch(/^shape/);
  }
  expect(reasonOf({ type: 'popup', url: null, engagement: 'E-1' }, PAGE)).toMatch(/^shape/);
  expect(reasonOf({ type: 'replace-directory', text: '{}' }, PAGE)).toMatch(/^shape/);
});

test('page-cannot-ask: facts about another site than the one that asks are refused', () => {
  const elsewhere = { ...TICKET, facts: { ...FACTS, url: 'https://other.example/tickets/1' } };
  expect(reasonOf(elsewhere, PAGE)).toBe('address');
});

test('page-cannot-ask: facts of a wrong shape are refused by the place of the first mistake', () => {
  expect(reasonOf({ ...TICKET, facts: { ...FACTS, id: 7 } }, PAGE)).toBe('shape.facts.id');
  expect(reasonOf({ ...TICKET, facts: { ...FACTS, unread: ['everything'] } }, PAGE)).toBe(
    'shape.facts.unread.0',
  );
  expect(reasonOf(null, PAGE)).toBe('shape');
  expect(reasonOf('ticket', PAGE)).toBe('shape');
});

test('a reader is told of by its name: a page puts no sentence of its own into a report of a fault', () => {
  expect(reasonOf({ ...TICKET, facts: { ...FACTS, reader: 'servicenow-classic' } }, PAGE)).toBeNull();
  expect(reasonOf({ ...TICKET, facts: { ...FACTS, reader: 'Acme, ana@acme.example' } }, PAGE)).toBe(
    'shape.facts.reader',
  );
});

test('what the message said is not repeated in the refusal', () => {
  const reason = reasonOf({ ...TICKET, facts: { ...FACTS, url: { secret: '<b>x</b>' } } }, PAGE);
  expect(reason).toBe('shape.facts.url');
});

test('work is logged with a date that exists and hours that are a number above nothing', () => {
  const entry = {
    date: '2026-06-08',
    hours: 0.5,
    deliverable: null,
    method: null,
    note: '',
    weeklyCall: false,
  };
  const log = { type: 'log', facts: FACTS, engagement: 'E-1', id: null, entry };
  expect(reasonOf(log, PAGE)).toBeNull();
  expect(reasonOf({ ...log, entry: { ...entry, date: '2026-02-30' } }, PAGE)).toBe('shape.entry.date');
  for (const hours of [0, -1, Number.NaN, '1']) {
    expect(reasonOf({ ...log, entry: { ...entry, hours } }, PAGE)).toBe('shape.entry.hours');
  }
});
