import { expect, it } from 'vitest';
import { readSite } from './site-page.ts';

const bubble = (side: string, text: string, meta = '') => `
  <div class="flex w-full justify-${side}" data-message-id="1"><div><div class="prose">${text}</div>
  <div><time class="inline">10:03 AM</time>${meta}</div></div></div>`;

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
