import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const said = (who: string, at: string, mark = '') =>
  `<div data-test="comment"><a data-test="user-link">${who}</a> <time datetime="${at}">2 days ago</time>${mark}<div data-test="comment-content">text</div></div>`;

it('YouTrack: the description is the reporter’s, comments of limited visibility are notes', () => {
  const facts = readSite(
    `<body><div data-test="issue-container"><div><a href="issue/DESK-102">DESK-102</a><div data-test="reporter-info"><a data-test="user-link">Ada Lund</a> <time datetime="2026-06-08T08:00:00Z">2 days ago</time></div></div>
    <h1 data-test="ticket-summary">Printer stops</h1><div data-test="ticket-body">It is stuck.</div><div data-test="field-value-State">In Progress</div><div data-test="field-value-Assignee">Bo Kern</div>
    ${said('Bo Kern', '2026-06-08T09:00:00Z', '<span data-test="visibility-restricted"></span>')}${said('Bo Kern', '2026-06-08T10:00:00Z')}${said('Ada Lund', '2026-06-08T11:00:00Z')}</div></body>`,
    'https://nord.youtrack.cloud/issue/DESK-102/printer-stops',
  );
  expect(ticket(facts)).toEqual({
    reader: 'youtrack',
    id: 'DESK-102',
    subject: 'Printer stops',
    requester: 'Ada Lund',
    status: 'open',
  });
  expect(summary(facts)).toEqual([
    'customer Ada Lund 2026-06-08T08:00:00.000Z',
    'note Bo Kern 2026-06-08T09:00:00.000Z',
    'staff Bo Kern 2026-06-08T10:00:00.000Z',
    'customer Ada Lund 2026-06-08T11:00:00.000Z',
  ]);
});
