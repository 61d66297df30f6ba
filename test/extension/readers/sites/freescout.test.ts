import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const thread = (type: string, who: string, at: string, text: string) => `
  <div class="thread thread-type-${type}" id="thread-1"><div class="thread-message"><div class="thread-header">
  <div class="thread-title"><div class="thread-person"><strong>${who}</strong></div></div>
  <div class="thread-info"><a href="#thread-1" class="thread-date" data-toggle="tooltip" title="${at}">2 days ago</a></div></div>
  <div class="thread-body">${text}</div></div></div>`;

it('FreeScout: newest first, the full date in a tooltip, drafts are nobody’s message', () => {
  const facts = readSite(
    `<body class="body-conv"><div id="conv-layout"><div id="conv-subject"><div class="conv-subjtext"><span>Printer stops</span></div>
    <div class="conv-numnav"># <strong>4711</strong></div></div>
    <div id="conv-layout-customer"><a class="customer-name" href="/c/1">Ada Lund</a><a class="customer-email" href="#">ada@nord.example</a></div>
    <div id="conv-layout-main">${thread('draft', 'Bo Kern', 'Jun 9, 2026 12:00', 'Not sent.')}
    ${thread('message', 'Bo Kern', 'Jun 8, 2026 12:00', 'Mended.')}${thread('note', 'Bo Kern', 'Jun 8, 2026 11:00', 'Sales?')}
    ${thread('lineitem', 'Bo Kern', 'Jun 8, 2026 10:30', '')}
    ${thread('customer', '<a href="/c/1">Ada Lund</a>', 'Jun 8, 2026 10:00', 'On Mon, Jan 5, 2026 09:00 Bo wrote:')}</div></div></body>`,
    'https://mail.nord.example/conversation/102',
  );
  expect(ticket(facts)).toEqual({
    reader: 'freescout',
    id: '4711',
    subject: 'Printer stops',
    requester: 'Ada Lund ada@nord.example',
    status: undefined,
  });
  expect(summary(facts)).toEqual([
    'staff Bo Kern 2026-06-08T10:00:00.000Z',
    'note Bo Kern 2026-06-08T09:00:00.000Z',
    'automatic Bo Kern 2026-06-08T08:30:00.000Z',
    'customer Ada Lund 2026-06-08T08:00:00.000Z',
  ]);
});
