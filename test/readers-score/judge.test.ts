import { describe, expect, it } from 'vitest';
import type { Fact, MessageFact, TicketFacts, TimeFact } from '#core/response/ticket-facts.ts';
import type { TicketTruth } from '../live/systems/system.ts';
import { judge } from './judge.ts';
import type { Field } from './outcome.ts';
import { tableOf } from './table.ts';

const MONDAY_MS = Date.UTC(2025, 4, 12, 8, 0);
const HOUR_MS = 3_600_000;

const at = (fromMs: number, untilMs = fromMs): TimeFact => ({ fromMs, untilMs, zone: 'page', shown: 'then' });
const fact = <T>(value: T): Fact<T> => ({ value, source: 'label' });
const says = (role: MessageFact['role'], name: string, time: TimeFact | null): MessageFact => ({
  role,
  author: { name },
  at: time,
  source: 'semantics',
});

const TRUTH: TicketTruth = {
  ids: ['7'],
  subject: 'Index stops',
  requester: ['Greta Baum', 'greta@nordwind.example'],
  organisation: ['Nordwind'],
  createdMs: MONDAY_MS,
  status: { kind: 'open', shown: ['new', 'neu'] },
  priority: ['High'],
  assignee: null,
  messages: [
    { role: 'customer', authors: ['Greta Baum'], atMs: MONDAY_MS },
    { role: 'staff', authors: ['Mara Vogt'], atMs: MONDAY_MS + HOUR_MS },
    { role: 'customer', authors: ['Greta Baum'], atMs: MONDAY_MS + 3 * HOUR_MS },
  ],
};

const FACTS: TicketFacts = {
  url: 'https://desk.example/7',
  reader: 'generic',
  language: 'en',
  id: fact('7'),
  subject: fact('Index stops'),
  requester: fact({ name: 'Greta Baum' }),
  organisation: fact('Nordwind'),
  created: fact(at(MONDAY_MS)),
  status: fact({ shown: 'Neu', kind: 'open' as const }),
  priority: fact('High'),
  assignee: null,
  messages: [
    says('customer', 'Greta Baum', at(MONDAY_MS)),
    says('staff', 'Mara Vogt', at(MONDAY_MS + HOUR_MS)),
    says('customer', 'Greta Baum', at(MONDAY_MS + 3 * HOUR_MS)),
  ],
  earlierMessages: 0,
  unread: [],
};

function verdicts(field: Field, change: Partial<TicketFacts>): string[] {
  return judge({ ...FACTS, ...change }, TRUTH)
    .filter((each) => each.field === field)
    .map(({ verdict }) => verdict);
}

describe('the judge of what was read', () => {
  it('finds nothing wrong in a page that was read whole', () => {
    expect(judge(FACTS, TRUTH).filter(({ verdict }) => verdict !== 'right')).toEqual([]);
  });

  it('calls a ticket on a page without one a false alarm, and none there right', () => {
    expect(judge(FACTS, null).map(({ verdict }) => verdict)).toEqual(['wrong']);
    expect(judge(null, null).map(({ verdict }) => verdict)).toEqual(['right']);
  });

  it('tells a fact that was left unread from a wrong one', () => {
    expect(verdicts('organisation', { organisation: null })).toEqual(['abstained']);
    expect(verdicts('organisation', { organisation: fact('Solana') })).toEqual(['wrong']);
  });

  it('holds a fact that the page does not show against the reader', () => {
    expect(verdicts('assignee', { assignee: fact('Nobody') })).toEqual(['wrong']);
  });

  it('takes a range that holds the instant, and one of more than a day as unread', () => {
    expect(verdicts('created', { created: fact(at(MONDAY_MS - HOUR_MS, MONDAY_MS)) })).toEqual(['right']);
    expect(verdicts('created', { created: fact(at(MONDAY_MS - 48 * HOUR_MS, MONDAY_MS)) })).toEqual([
      'abstained',
    ]);
    expect(verdicts('created', { created: fact(at(MONDAY_MS + HOUR_MS)) })).toEqual(['wrong']);
  });

  it('calls a message wrong that is missing without a word, and unread where the reader says so', () => {
    const messages = FACTS.messages.slice(0, 2);
    expect(verdicts('message instant', { messages })).toEqual(['right', 'right', 'wrong']);
    expect(verdicts('message instant', { messages, earlierMessages: 1 })).toEqual([
      'right',
      'right',
      'abstained',
    ]);
    expect(verdicts('inquiry owed', { messages })).toEqual(['wrong']);
  });

  it('counts an entry that is no message, unless it was read as automatic', () => {
    const change = at(MONDAY_MS + 4 * HOUR_MS);
    const staff = [...FACTS.messages, says('staff', 'Mara Vogt', change)];
    expect(verdicts('nothing but messages', { messages: staff })).toEqual(['wrong']);
    expect(verdicts('inquiry owed', { messages: staff })).toEqual(['wrong']);
    const automatic = [...FACTS.messages, says('automatic', 'Mara Vogt', change)];
    expect(verdicts('nothing but messages', { messages: automatic })).toEqual(['right']);
    expect(verdicts('inquiry owed', { messages: automatic })).toEqual(['right']);
  });

  it('tells an unread role from a wrong one', () => {
    const [first, ...others] = FACTS.messages;
    expect(verdicts('message role', { messages: [{ ...first!, role: 'unknown' }, ...others] })).toEqual([
      'abstained',
      'right',
      'right',
    ]);
  });
});

describe('the table of the score', () => {
  it('never rounds up to a hundred', () => {
    const outcomes = Array.from({ length: 3000 }, (_, index) => ({
      field: 'id' as const,
      verdict: index === 0 ? ('wrong' as const) : ('right' as const),
      read: '',
      truth: '',
    }));
    const line = tableOf([{ system: 'Desk', viewer: 'mara', page: 'ticket', outcomes }])
      .split('\n')
      .find((each) => each.startsWith('| id '));
    expect(line).toBe('| id | 2999 | 0 | 1 | 99.9 % | 0.0 % |');
  });
});
