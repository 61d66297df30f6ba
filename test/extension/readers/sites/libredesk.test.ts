import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readData, readSite } from './site-page.ts';

const ID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const URL = `https://desk.nord.example/inboxes/assigned/conversation/${ID}`;
const bubble = (side: string, classes: string) =>
  `<div class="flex flex-col text-left items-${side}"><p class="text-muted-foreground text-sm font-medium">${side === 'start' ? 'Ada Lund' : 'Bo Kern'}</p><div class="message-bubble ${classes}"><div class="native-html">text</div></div><span class="text-muted-foreground text-xs">Jun 8, 10:00 AM</span></div>`;
const PAGE = `<body><h1>Printer stops</h1>${bubble('start', '')}${bubble('end', 'bg-private')}${bubble('end', '')}</body>`;

it('LibreDesk: side and colour name of a bubble say who speaks; its short date alone does not tell the year', () => {
  expect(readSite(PAGE, URL)?.messages.map(({ role, author, at }) => [role, author.name, at])).toEqual([
    ['customer', 'Ada Lund', null],
    ['note', 'Bo Kern', null],
    ['staff', 'Bo Kern', null],
  ]);
});

it('LibreDesk: its data give the instants, newest first, and how many were left out', async () => {
  const said = (type: string, created_at: string, more: object = {}) => ({
    type,
    created_at,
    private: false,
    ...more,
  });
  const { facts } = await readData(PAGE, URL, {
    [`/api/v1/conversations/${ID}`]: {
      data: {
        subject: 'Printer stops',
        contact: { first_name: 'Ada', last_name: 'Lund', email: 'ada@nord.example' },
      },
    },
    [`/api/v1/conversations/${ID}/messages`]: {
      data: {
        total: 7,
        results: [
          said('outgoing', '2026-06-08T10:00:00Z'),
          said('outgoing', '2026-06-08T09:00:00Z', { private: true }),
          said('activity', '2026-06-08T08:30:00Z'),
          said('incoming', '2026-06-08T08:00:00.123456Z'),
        ],
      },
    },
  });
  expect(facts?.earlierMessages).toBe(3);
  expect(facts?.requester?.value).toEqual({ name: 'Ada Lund', email: 'ada@nord.example' });
  expect(summary(facts)).toEqual([
    'staff ? 2026-06-08T10:00:00.000Z',
    'note ? 2026-06-08T09:00:00.000Z',
    'automatic ? 2026-06-08T08:30:00.000Z',
    'customer ? 2026-06-08T08:00:00.123Z',
  ]);
});
