import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const note = (kind: string, who: string, at: string) => `
  <tr class="bugnote ${kind}" id="c1"><td class="bugnote-meta"><p><span class="bugnote-reporter"><a href="view_user_page.php?id=1">${who}</a>
  <span class="small access-level">(reporter)</span></span></p><p><span class="small bugnote-date-submitted">${at}</span></p></td>
  <td class="bugnote-note">text</td></tr>`;

it('MantisBT: the description opens, private bugnotes are notes, the handler answers', () => {
  const facts = readSite(
    `<body><table><tr><td class="bug-id">0000102</td><td class="bug-date-submitted">2026-06-08 10:00</td></tr>
    <tr><td class="bug-reporter"><a href="view_user_page.php?id=1">ada</a></td><td class="bug-assigned-to"><a href="view_user_page.php?id=2">bo</a></td>
    <td class="bug-status">assigned</td><td class="bug-summary">Printer stops</td><td class="bug-description">It is stuck.</td></tr></table>
    <table class="bugnotes">${note('bugnote-private', 'bo', '2026-06-08 11:00')}${note('bugnote-public', 'bo', '2026-06-08 12:00')}
    ${note('bugnote-public', 'ada', '2026-06-08 13:00')}${note('bugnote-reminder', 'bo', '2026-06-08 14:00')}</table></body>`,
    'https://bugs.nord.example/view.php?id=102',
  );
  expect(ticket(facts)).toEqual({
    reader: 'mantisbt',
    id: '0000102',
    subject: 'Printer stops',
    requester: 'ada',
    status: 'open',
  });
  expect(summary(facts)).toEqual([
    'customer ada 2026-06-08T08:00:00.000Z',
    'note bo 2026-06-08T09:00:00.000Z',
    'staff bo 2026-06-08T10:00:00.000Z',
    'customer ada 2026-06-08T11:00:00.000Z',
    'automatic bo 2026-06-08T12:00:00.000Z',
  ]);
});
