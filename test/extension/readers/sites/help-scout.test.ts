import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const thread = (type: string, author: string, at: string) =>
  `<li class="ThreadListItem ${type === 'note' ? 'is-note' : ''}" ${type === 'note' ? '' : `data-thread-type="${type}"`}><span data-nocollapse="true">${author}</span> <span data-testid="timestamp"><time datetime="${at}">Jun 8</time></span><div class="is-ignoring-table">text <span data-nocollapse="true">Eve</span></div></li>`;

it('Help Scout: threads by the type of their author, lines of the history are automatic', () => {
  const facts = readSite(
    `<body><header><span data-cy="ConversationHeader.Number">#4711</span><div data-cy="ConversationHeader.Actions"></div>
    <div data-cy="EditableTextarea">Printer stops</div></header><aside data-testid="Sidebar.CustomerProfile"><h2>Ada Lund</h2>
    <a data-testid="EmailList.EmailLink">ada@nord.example</a></aside><ol data-testid="ThreadContainer">${thread('message', 'Bo Kern', '2026-06-08T10:00:00Z')}
    ${thread('note', 'Bo Kern', '2026-06-08T09:00:00Z')}${thread('lineitem', 'Bo Kern', '2026-06-08T08:30:00Z')}${thread('customer', 'Ada Lund', '2026-06-08T08:00:00Z')}</ol></body>`,
    'https://secure.helpscout.net/conversation/99/4711',
  );
  expect(ticket(facts)).toMatchObject({
    reader: 'help-scout',
    id: '4711',
    subject: 'Printer stops',
    requester: 'Ada Lund ada@nord.example',
  });
  expect(summary(facts)).toEqual([
    'staff Bo Kern 2026-06-08T10:00:00.000Z',
    'note Bo Kern 2026-06-08T09:00:00.000Z',
    'automatic Bo Kern 2026-06-08T08:30:00.000Z',
    'customer Ada Lund 2026-06-08T08:00:00.000Z',
  ]);
});
