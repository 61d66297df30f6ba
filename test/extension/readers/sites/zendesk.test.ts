import { describe, expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readData, readSite, ticket } from './site-page.ts';

const URL = 'https://nordwind.zendesk.com/agent/tickets/102';

const message = (type: string, from: string, at: string, text: string, tag = '') => `
  <article data-test-id="omni-log-comment-item"><span data-test-id="omni-log-item-sender">${from}</span> ${tag}
  <time data-test-id="timestamp-relative" datetime="${at}">Monday</time>
  <div data-test-id="omni-log-item-message" type="${type}"><div class="zd-comment" data-test-id="omni-log-message-content">${text}</div></div></article>`;

const pane = (id: number, hidden: string, thread: string) => `
  <section ${hidden}><div data-side-conversations-anchor-id="${id}"><input aria-label="Subject" value="Printer ${id}">${thread}</div></section>`;

const THREAD =
  message('end-user', 'Ada Lund', '2026-06-08T10:00:00+02:00', 'It is stuck.') +
  message(
    'agent',
    'Bo Kern',
    '2026-06-08T11:00:00+02:00',
    'Sales?',
    '<span data-test-id="omni-log-internal-note-tag">Internal</span>',
  ) +
  message('agent', 'Bo Kern', '2026-06-08T12:00:00+02:00', 'Mended.');

describe('Zendesk, the page', () => {
  const facts = readSite(
    `<body>${pane(101, 'style="display:none"', message('end-user', 'Eve', '2026-06-01T10:00:00Z', 'Old'))}${pane(102, '', THREAD)}</body>`,
    URL,
  );
  it('hidden-tickets: tickets visited before are not read', () => {
    expect(ticket(facts)).toMatchObject({
      reader: 'zendesk',
      id: '102',
      subject: 'Printer 102',
      requester: 'Ada Lund',
    });
  });
  it('the type of a message and its internal mark say who speaks', () => {
    expect(summary(facts)).toEqual([
      'customer Ada Lund 2026-06-08T08:00:00.000Z',
      'note Bo Kern 2026-06-08T09:00:00.000Z',
      'staff Bo Kern 2026-06-08T10:00:00.000Z',
    ]);
  });
});

const USERS = [
  { id: 1, name: 'Ada Lund', email: 'Ada@nord.example', role: 'end-user' },
  { id: 2, name: 'Bo Kern', email: 'bo@desk.example', role: 'agent' },
];
const TICKET = {
  ticket: {
    id: 102,
    subject: 'Printer',
    requester_id: 1,
    organization_id: 7,
    status: 'hold',
    created_at: '2026-06-08T08:00:00Z',
  },
  users: USERS,
  organizations: [{ id: 7, name: 'Nordwind' }],
};
const comment = (author_id: number, created_at: string, isPublic = true) => ({
  author_id,
  created_at,
  public: isPublic,
});

describe('Zendesk, its data', () => {
  it('hold the whole thread with roles and instants, newest first', async () => {
    const { facts, asked } = await readData(
      `<body>${pane(102, '', message('agent', 'Bo Kern', '', 'Mended.'))}</body>`,
      URL,
      {
        '/api/v2/tickets/102.json': TICKET,
        '/api/v2/tickets/102/comments.json': {
          count: 5,
          users: USERS,
          comments: [
            comment(2, '2026-06-08T10:00:00Z'),
            comment(2, '2026-06-08T09:00:00Z', false),
            comment(1, '2026-06-08T08:00:00Z'),
          ],
        },
      },
    );
    expect(asked).toHaveLength(2);
    expect(ticket(facts)).toEqual({
      reader: 'zendesk',
      id: '102',
      subject: 'Printer',
      requester: 'Ada Lund ada@nord.example',
      status: 'pending',
    });
    expect(facts?.organisation?.value).toBe('Nordwind');
    expect(facts?.earlierMessages).toBe(2);
    expect(summary(facts)).toEqual([
      'staff Bo Kern 2026-06-08T10:00:00.000Z',
      'note Bo Kern 2026-06-08T09:00:00.000Z',
      'customer Ada Lund 2026-06-08T08:00:00.000Z',
    ]);
  });
});
