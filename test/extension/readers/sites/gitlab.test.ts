import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const note = (classes: string, author: string, at: string) => `
  <li class="note ${classes}" id="note_1"><div class="note-header-info"><a class="author-name-link" href="/${author}">
  <span class="note-header-author-name">${author}</span></a><a class="note-timestamp"><time datetime="${at}">now</time></a></div>
  <div class="note-body"><div class="md">text</div></div></li>`;

it('GitLab: the description opens, system notes are automatic, internal ones notes', () => {
  const facts = readSite(
    `<head><meta property="og:site_name" content="GitLab"></head><body data-page="projects:issues:show">
    <div class="detail-page-header"><a class="author-link">Ada Lund</a> <time datetime="2026-06-08T08:00:00Z">2 days ago</time></div>
    <div class="issuable-status-badge-open">Open</div>
    <div class="detail-page-description"><h1 class="title" data-testid="issue-title">Printer stops</h1><div class="description">It is stuck.</div></div>
    <div class="assignee"><span class="author">Bo Kern</span></div>
    <ul>${note('system-note', 'Bo Kern', '2026-06-08T08:30:00Z')}${note('internal-note', 'Bo Kern', '2026-06-08T09:00:00Z')}
    ${note('', 'Bo Kern', '2026-06-08T10:00:00Z')}${note('', 'Ada Lund', '2026-06-08T11:00:00Z')}</ul></body>`,
    'https://git.nord.example/desk/printer/-/issues/102',
  );
  expect(ticket(facts)).toEqual({
    reader: 'gitlab',
    id: '102',
    subject: 'Printer stops',
    requester: 'Ada Lund',
    status: 'open',
  });
  expect(summary(facts)).toEqual([
    'customer Ada Lund 2026-06-08T08:00:00.000Z',
    'automatic Bo Kern 2026-06-08T08:30:00.000Z',
    'note Bo Kern 2026-06-08T09:00:00.000Z',
    'staff Bo Kern 2026-06-08T10:00:00.000Z',
    'customer Ada Lund 2026-06-08T11:00:00.000Z',
  ]);
});
