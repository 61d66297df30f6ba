import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const comment = (who: string, at: string) =>
  `<div id="comment-1-container"><a href="/nord/profiles/${who}">${who}</a> <time datetime="${at}">2d ago</time><div class="ProseMirror">text <time datetime="2026-01-01T00:00:00Z">x</time></div></div>`;

it('Linear: comments of the creator are the customer’s, of the assignee staff’s, all others open', () => {
  const facts = readSite(
    `<body><div contenteditable="true" aria-multiline="false"><p>Printer stops</p></div><span data-testid="issue-creator">ada</span><span data-testid="issue-assignee">bo</span>
    <button aria-label="Set issue status…">In Progress</button><div data-history-entry-id="1">bo moved it <time datetime="2026-06-08T09:00:00Z">2d ago</time></div>${comment('ada', '2026-06-08T08:00:00Z')}${comment('bo', '2026-06-08T10:00:00Z')}${comment('cem', '2026-06-08T11:00:00Z')}</body>`,
    'https://linear.app/nord/issue/DESK-102/printer-stops',
  );
  expect(ticket(facts)).toEqual({
    reader: 'linear',
    id: 'DESK-102',
    subject: 'Printer stops',
    requester: 'ada',
    status: 'open',
  });
  expect(summary(facts)).toEqual([
    'automatic ? 2026-06-08T09:00:00.000Z',
    'customer ada 2026-06-08T08:00:00.000Z',
    'staff bo 2026-06-08T10:00:00.000Z',
    'unknown cem 2026-06-08T11:00:00.000Z',
  ]);
});
