import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const item = (kind: string, user: number, name: string, at: string, classes = '') => `
  <div class="timeline-item mb-3 ${classes} ${kind}" data-itemtype="${kind}" data-items-id="1"><div class="timeline-header">
  <div class="creator"><span class="badge"><span title="${at}" data-bs-toggle="tooltip"><a href="#x">2 days ago</a></span>
  by <a href="/front/user.form.php?id=${user}">${name}</a></span></div></div>
  <div class="read-only-content">${kind === 'ITILContent' ? '<div class="card-title">Printer stops</div>' : ''}<div class="rich_text_container">text</div></div></div>`;

it('GLPI: the description is the requester’s, the assigned are staff, private entries notes, a solution an answer', () => {
  const facts = readSite(
    `<body><div class="itil-object"><span class="actor_entry" data-actortype="requester">Ada Lund</span><span class="actor_entry" data-actortype="assign">Bo Kern</span>
    <select name="status"><option value="1">New</option><option value="2" selected>Assigned</option></select>
    <div class="itil-timeline">${item('ITILContent', 5, 'Ada Lund', '2026-06-08 10:00')}
    ${item('ITILFollowup', 6, 'Bo Kern', '2026-06-08 11:00', 'private-item')}
    ${item('ITILFollowup', 6, 'Bo Kern', '2026-06-08 12:00')}${item('ITILFollowup', 5, 'Ada Lund', '2026-06-08 13:00')}
    ${item('ITILFollowup', 7, 'Cem Ak', '2026-06-08 13:30')}${item('ITILSolution', 7, 'Cem Ak', '2026-06-08 14:00')}</div></div></body>`,
    'https://glpi.nord.example/front/ticket.form.php?id=102',
  );
  expect(ticket(facts)).toEqual({
    reader: 'glpi',
    id: '102',
    subject: 'Printer stops',
    requester: 'Ada Lund',
    status: 'open',
  });
  expect(summary(facts)).toEqual([
    'customer Ada Lund 2026-06-08T08:00:00.000Z',
    'note Bo Kern 2026-06-08T09:00:00.000Z',
    'staff Bo Kern 2026-06-08T10:00:00.000Z',
    'customer Ada Lund 2026-06-08T11:00:00.000Z',
    'unknown Cem Ak 2026-06-08T11:30:00.000Z',
    'staff Cem Ak 2026-06-08T12:00:00.000Z',
  ]);
});
