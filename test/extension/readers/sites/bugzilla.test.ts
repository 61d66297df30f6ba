import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const comment = (classes: string, name: string, email: string, at: string, text: string) => `
  <div class="bz_comment ${classes}"><div class="bz_comment_head"><span class="bz_comment_user"><span class="vcard">
  <a class="email" href="mailto:${email}"><span class="fn">${name}</span></a></span></span>
  <span class="bz_comment_time">${at}</span></div><pre class="bz_comment_text">${text}</pre></div>`;

it('Bugzilla: the first comment is the requester’s, private ones are notes, times have their zone', () => {
  const facts = readSite(
    `<body id="bugzilla-body"><h1>Bug&nbsp;102</h1><span id="short_desc_nonedit_display">Printer stops</span>
    <span id="static_bug_status">NEW</span><span id="bz_assignee_edit_container"><span class="vcard"><span class="fn">Bo Kern</span></span></span>
    ${comment('bz_first_comment', 'Ada Lund', 'ada@nord.example', '2026-06-08 10:00:00 CEST', 'It is stuck.')}
    ${comment('bz_private', 'Bo Kern', 'bo@desk.example', '2026-06-08 11:00:00 CEST', 'Sales?')}
    ${comment('', 'Bo Kern', 'bo@desk.example', '2026-06-08 12:00:00 CEST', 'Mended.')}
    ${comment('', 'Cem Ak', 'cem@else.example', '2026-06-08 13:00:00 CEST', 'Me too.')}</body>`,
    'https://bugs.nord.example/show_bug.cgi?id=102',
    { zone: null },
  );
  expect(ticket(facts)).toEqual({
    reader: 'bugzilla',
    id: '102',
    subject: 'Printer stops',
    requester: 'Ada Lund ada@nord.example',
    status: 'open',
  });
  expect(summary(facts)).toEqual([
    'customer Ada Lund 2026-06-08T08:00:00.000Z',
    'note Bo Kern 2026-06-08T09:00:00.000Z',
    'staff Bo Kern 2026-06-08T10:00:00.000Z',
    'unknown Cem Ak 2026-06-08T11:00:00.000Z',
  ]);
});
