import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const URL = 'https://github.com/nord/printer/issues/102';

it('GitHub: the body is the requester’s, members’ comments are staff’s, others stay open', () => {
  const comment = (author: string, at: string, badge = '') => `
    <div class="react-issue-comment"><div data-testid="comment-viewer-outer-box-1"><div data-testid="comment-header">
    <a data-testid="avatar-link" href="/${author}">${author}</a> ${badge} <relative-time datetime="${at}">Jun 8</relative-time></div>
    <div class="markdown-body">On 2026-01-01 somebody wrote <relative-time datetime="2026-01-01T00:00:00Z"></relative-time></div></div></div>`;
  const facts = readSite(
    `<head><meta property="og:site_name" content="GitHub"></head><body><h1><bdi data-testid="issue-title">Printer stops</bdi></h1><span data-testid="header-state">Open</span>
    <div data-testid="issue-body"><a data-testid="issue-body-header-author" href="/ada">ada</a>
    <a data-testid="issue-body-header-link"><relative-time datetime="2026-06-08T08:00:00Z">Jun 8</relative-time></a><div class="markdown-body">It is stuck.</div></div>
    ${comment('bo', '2026-06-08T09:00:00Z', '<span data-testid="comment-author-association">Member</span>')}
    ${comment('ada', '2026-06-08T10:00:00Z')}${comment('cem', '2026-06-08T11:00:00Z')}</body>`,
    URL,
  );
  expect(ticket(facts)).toEqual({
    reader: 'github',
    id: '102',
    subject: 'Printer stops',
    requester: 'ada',
    status: 'open',
  });
  expect(summary(facts)).toEqual([
    'customer ada 2026-06-08T08:00:00.000Z',
    'staff bo 2026-06-08T09:00:00.000Z',
    'customer ada 2026-06-08T10:00:00.000Z',
    'unknown cem 2026-06-08T11:00:00.000Z',
  ]);
});
