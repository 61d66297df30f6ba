import { expect, it } from 'vitest';
import { readSite } from './site-page.ts';

const bubble = (side: string, text: string, meta = '', time = '10:03 AM') => `
  <div class="flex w-full justify-${side}" data-message-id="1"><div><div class="prose">${text}</div>
  <div><time class="inline">${time}</time>${meta}</div></div></div>`;

it('Chatwoot: side and lock say who speaks; a time without its date stays unread', () => {
  const facts = readSite(
    `<body><div class="conversation-panel">${bubble('center', 'Bo was assigned')}${bubble('start', 'It is stuck.')}
    ${bubble('end', 'Sales?', '<span class="i-lucide-lock-keyhole"></span>')}${bubble('end', 'Mended.')}</div>
    <h3 class="contact--name">Ada Lund</h3><a href="mailto:ada@nord.example">mail</a></body>`,
    'https://chat.nord.example/app/accounts/1/inbox/2/conversations/102',
  );
  expect(facts?.messages.map(({ role, at }) => [role, at])).toEqual([
    ['automatic', null],
    ['customer', null],
    ['note', null],
    ['staff', null],
  ]);
  expect([facts?.id?.value, facts?.requester?.value.email]).toEqual(['102', 'ada@nord.example']);
  expect(facts?.unread).toContain('times');
});

it('Chatwoot: a month, a day and a time are this year’s, or the year’s that stands beside them', () => {
  const said = (side: string, time: string) => bubble(side, 'text', '', time);
  const facts = readSite(
    `<body><div class="conversation-panel">${said('start', 'Dec 30 2025, 4:15 PM')}<div data-message-id="2"><div data-bubble-name="activity">Bo was assigned</div></div>
    ${said('end', 'Jun 8, 10:03 AM')}</div><h3 class="contact--name">Ada Lund</h3></body>`,
    'https://chat.nord.example/app/accounts/1/conversations/102',
  );
  expect(facts?.messages.map(({ role, at }) => [role, at && new Date(at.fromMs).toISOString()])).toEqual([
    ['customer', '2025-12-30T15:15:00.000Z'],
    ['automatic', null],
    ['staff', '2026-06-08T08:03:00.000Z'],
  ]);
});
