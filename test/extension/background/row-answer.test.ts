/** list-equals-ticket: what a list says of a ticket is what its own page says, or it says that it knows less. */
import { expect, it } from 'vitest';
import { openDirectory } from '#core/engagement/book.ts';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import { verdictOf } from '#core/response/verdict-of.ts';
import { looksAmong } from '../../../extension/background/looks.ts';
import { judgeRows } from '../../../extension/background/row-answer.ts';
import type { RowFacts } from '../../../extension/platform/rows.ts';
import type { StoredLook } from '../../../extension/state/settings.ts';
import { plainDirectory } from '../../support/plain-directory.ts';

const HOUR_MS = 3_600_000;
/** Thursday 11 June 2026, 12:00 UTC. The plain calendar never closes: a business day is 24 hours. */
const NOW_MS = Date.parse('2026-06-11T12:00:00Z');
const URL = 'https://desk.example/tickets/1';

const opened = openDirectory(plainDirectory());
if (Array.isArray(opened)) throw new Error('the plain directory must open');
const book = opened;

const at = (ms: number) => ({ fromMs: ms, untilMs: ms, zone: 'offset' as const, shown: String(ms) });

const ROW: RowFacts = {
  url: URL,
  id: '1',
  subject: 'One',
  requester: { name: 'Ana', email: 'ana@acme.example' },
  organisation: null,
  status: { shown: 'Open', kind: 'open' },
  created: null,
  changed: at(NOW_MS - 3 * HOUR_MS),
};

/** The customer wrote 30 hours ago, staff answered, the customer wrote again 20 hours ago. */
const FACTS: TicketFacts = {
  url: URL,
  reader: 'generic',
  language: null,
  id: { value: '1', source: 'url' },
  subject: null,
  requester: { value: { email: 'ana@acme.example' }, source: 'label' },
  organisation: null,
  created: null,
  status: { value: { shown: 'Open', kind: 'open' }, source: 'label' },
  priority: null,
  assignee: null,
  messages: [
    {
      role: 'customer',
      author: { email: 'ana@acme.example' },
      at: at(NOW_MS - 30 * HOUR_MS),
      source: 'label',
    },
    { role: 'staff', author: { name: 'Mira Roth' }, at: at(NOW_MS - 25 * HOUR_MS), source: 'label' },
    {
      role: 'customer',
      author: { email: 'ana@acme.example' },
      at: at(NOW_MS - 20 * HOUR_MS),
      source: 'label',
    },
  ],
  earlierMessages: 0,
  unread: [],
};

function judge(row: Partial<RowFacts>, look?: StoredLook, picked?: string) {
  const looks = looksAmong(look ? [[URL, look]] : [], URL);
  const options = { book, nowMs: NOW_MS, language: 'en' as const, looks, picked: () => picked };
  const answered = judgeRows([{ ...ROW, ...row }], options);
  return { ...answered.rows[0]!, calendars: answered.calendars };
}

it('a ticket that was looked at has the same due time, state and lateness in the list', () => {
  const row = judge({}, { facts: FACTS, atMs: NOW_MS - HOUR_MS });
  const page = verdictOf(FACTS, book, { nowMs: NOW_MS, language: 'en' });
  expect([row.state, row.due, row.lateMs]).toEqual([
    page.current?.state,
    page.current?.due,
    page.current?.lateMs,
  ]);
  // One day after the second message, 20 hours ago.
  expect(row.due).toEqual([NOW_MS + 4 * HOUR_MS, NOW_MS + 4 * HOUR_MS]);
  expect(row).toMatchObject({ basis: 'messages', customer: 'Acme <b>GmbH</b>', tier: 'Premium' });
});

it('a row that has changed since its ticket was looked at says so', () => {
  expect(judge({}, { facts: FACTS, atMs: NOW_MS - 4 * HOUR_MS }).basis).toBe('earlier-messages');
});

it('"2 hours ago", half an hour after the look at the latest, is not taken for unchanged', () => {
  const about = {
    fromMs: NOW_MS - 3 * HOUR_MS,
    untilMs: NOW_MS - HOUR_MS,
    zone: 'offset' as const,
    shown: '2 hours ago',
  };
  expect(judge({ changed: about }, { facts: FACTS, atMs: NOW_MS - 1.5 * HOUR_MS }).basis).toBe(
    'earlier-messages',
  );
});

it('a list that shows the ticket solved is believed before what was read earlier', () => {
  const solved = { shown: 'Solved', kind: 'solved' as const };
  expect(judge({ status: solved }, { facts: FACTS, atMs: NOW_MS - HOUR_MS }).state).toBe('closed-unanswered');
});

it('a row without messages names what was used instead: the last change, or the opening', () => {
  expect(judge({})).toMatchObject({ basis: 'changed', due: [NOW_MS + 21 * HOUR_MS, NOW_MS + 21 * HOUR_MS] });
  expect(judge({ changed: null, created: at(NOW_MS - 30 * HOUR_MS) })).toMatchObject({
    basis: 'created',
    state: 'overdue',
    lateMs: 6 * HOUR_MS,
  });
});

it.each(['pending', 'solved', 'closed'] as const)(
  'nothing is reckoned for a %s ticket that nobody looked at',
  (kind) => {
    expect(judge({ status: { shown: kind, kind } })).toMatchObject({
      basis: 'none',
      state: 'unread',
      due: null,
    });
  },
);

it('a thread that was read without its messages owes what nobody knows, not "nothing"', () => {
  const facts: TicketFacts = { ...FACTS, messages: [], unread: ['messages'] };
  expect(judge({}, { facts, atMs: NOW_MS }).state).toBe('unread');
});

it('a row that names no address is known by its id, and by none where two tickets have it', () => {
  const look: StoredLook = { facts: FACTS, atMs: NOW_MS - HOUR_MS };
  const elsewhere = { ...look, facts: { ...FACTS, url: 'https://other.example/tickets/7' } };
  const twice = { ...look, facts: { ...FACTS, url: `${URL}?copy` } };
  const scripted = { url: null, id: FACTS.id!.value };
  const own = (...looks: StoredLook[]) =>
    looksAmong(
      looks.map((each) => [each.facts.url, each]),
      URL,
    ).of(scripted);
  expect(own(look, elsewhere)).toBe(look);
  expect(own(look, twice)).toBeUndefined();
  expect(own(elsewhere)).toBeUndefined();
});

it('nothing of an engagement is told where the customer is not certain', () => {
  const stranger = { requester: { email: 'x@nowhere.example' } };
  expect(judge(stranger)).toMatchObject({ match: 'unknown', customer: null, tier: null, due: null });
});

it('a pick that holds for the ticket holds in the list', () => {
  expect(judge({ requester: null }, undefined, 'E-2')).toMatchObject({
    match: 'matched',
    customer: 'Binford',
  });
});

it('rows on one calendar share its open intervals, which reach past the last due time', () => {
  const options = {
    book,
    nowMs: NOW_MS,
    language: 'en' as const,
    looks: looksAmong([], URL),
    picked: () => undefined,
  };
  const { rows, calendars } = judgeRows([ROW, { ...ROW, url: `${URL}0` }], options);
  expect(rows.map(({ calendar }) => calendar)).toEqual([0, 0]);
  expect(calendars).toHaveLength(1);
  expect(calendars[0]!.at(-1)![1]).toBeGreaterThan(NOW_MS + 21 * HOUR_MS);
});
