import { describe, expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readData, ticket } from './site-page.ts';

const PAGE = '<body><h2 class="ticket-subject-heading">Printer stops</h2></body>';
const TICKET = {
  subject: 'Printer stops',
  status: 3,
  created_at: '2026-06-08T08:00:00Z',
  requester: { name: 'Ada Lund', email: 'ada@nord.example' },
  company: { name: 'Nordwind' },
};
const said = (created_at: string, more: object = {}) => ({
  created_at,
  from_email: 'bo@desk.example',
  incoming: false,
  private: false,
  ...more,
});

describe('Freshdesk', () => {
  it('gives ticket and conversations as data: the description is the customer’s first message', async () => {
    const { facts } = await readData(PAGE, 'https://nord.freshdesk.com/a/tickets/102', {
      '/api/v2/tickets/102': TICKET,
      '/api/v2/tickets/102/conversations': [
        said('2026-06-08T09:00:00Z', { private: true }),
        said('2026-06-08T10:00:00Z'),
        said('2026-06-08T11:00:00Z', { incoming: true, from_email: 'ada@nord.example' }),
      ],
    });
    expect(ticket(facts)).toEqual({
      reader: 'freshdesk',
      id: '102',
      subject: 'Printer stops',
      requester: 'Ada Lund ada@nord.example',
      status: 'pending',
    });
    expect(summary(facts)).toEqual([
      'customer Ada Lund 2026-06-08T08:00:00.000Z',
      'note bo@desk.example 2026-06-08T09:00:00.000Z',
      'staff bo@desk.example 2026-06-08T10:00:00.000Z',
      'customer ada@nord.example 2026-06-08T11:00:00.000Z',
    ]);
  });

  it('Freshservice wraps the same in a name', async () => {
    const { facts } = await readData(PAGE, 'https://nord.freshservice.com/a/tickets/102', {
      '/api/v2/tickets/102': { ticket: TICKET },
      '/api/v2/tickets/102/conversations': { conversations: [said('2026-06-08T10:00:00Z')] },
    });
    expect(summary(facts)).toEqual([
      'customer Ada Lund 2026-06-08T08:00:00.000Z',
      'staff bo@desk.example 2026-06-08T10:00:00.000Z',
    ]);
  });

  it('a conversation of more than a page is left unread: its newest message is not in the answer', async () => {
    const { facts } = await readData(PAGE, 'https://nord.freshdesk.com/a/tickets/102', {
      '/api/v2/tickets/102': TICKET,
      '/api/v2/tickets/102/conversations': Array.from({ length: 100 }, () => said('2026-06-08T10:00:00Z')),
    });
    expect([facts?.subject?.value, facts?.messages]).toEqual(['Printer stops', []]);
    expect(facts?.unread).toContain('messages');
  });
});
