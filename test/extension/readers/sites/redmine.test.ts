import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const journal = (classes: string, id: number, who: string, title: string) => `
  <div id="change-${id}" class="journal ${classes}"><div class="note"><h4 class="note-header">Updated by <a class="user active" href="/users/${id}">${who}</a>
  <a title="${title}" href="/projects/desk/activity?from=2026-06-08">2 days</a> ago</h4>
  ${classes.includes('has-notes') ? '<div class="wiki">text</div>' : '<ul class="details"><li>Status changed</li></ul>'}</div></div>`;

it('Redmine: the description opens, notes by their class, a journal without words is automatic', () => {
  const facts = readSite(
    `<body class="controller-issues action-show"><div id="content"><h2 class="inline-flex">Support #102</h2><div class="issue details">
    <div class="subject"><div><h3>Printer stops</h3></div></div><p class="author">Added by <a class="user active" href="/users/1">Ada Lund</a>
    <a title="05/29/2026 10:00 AM" href="/projects/desk/activity">2 days</a> ago.</p>
    <div class="attributes"><div class="status attribute"><div class="label">Status:</div><div class="value">In Progress</div></div>
    <div class="assigned-to attribute"><div class="label">Assignee:</div><div class="value"><a class="user">Bo Kern</a></div></div></div>
    <div class="description"><div class="wiki">It is stuck.</div></div></div>
    <div id="history">${journal('has-details', 2, 'Bo Kern', '05/29/2026 10:30 AM')}${journal('has-notes private-notes', 3, 'Bo Kern', '06/08/2026 11:00 AM')}
    ${journal('has-notes', 4, 'Bo Kern', '06/08/2026 12:00 PM')}${journal('has-notes', 1, 'Ada Lund', '06/09/2026 01:00 PM')}
    ${journal('has-notes', 5, 'Dee Ito', '06/10/2026 01:00 PM')}</div>
    <form><select id="issue_assigned_to_id"><option value=""></option><option>Bo Kern</option><option>Dee Ito</option></select></form></div></body>`,
    'https://track.nord.example/issues/102',
  );
  expect(ticket(facts)).toEqual({
    reader: 'redmine',
    id: '102',
    subject: 'Printer stops',
    requester: 'Ada Lund',
    status: 'open',
  });
  // A day over 12 says that the month comes first.
  expect(summary(facts)).toEqual([
    'customer Ada Lund 2026-05-29T08:00:00.000Z',
    'automatic Bo Kern 2026-05-29T08:30:00.000Z',
    'note Bo Kern 2026-06-08T09:00:00.000Z',
    'staff Bo Kern 2026-06-08T10:00:00.000Z',
    'customer Ada Lund 2026-06-09T11:00:00.000Z',
    'staff Dee Ito 2026-06-10T11:00:00.000Z',
  ]);
});

it.each([
  ['an open group', 'Support ((('],
  ['a range the wrong way round', 'Support [z-a]+'],
])('what stands where the id should be is text, whatever it means to an expression: %s', (_, heading) => {
  const facts = readSite(
    `<body class="controller-issues action-show"><div id="content"><h2 class="inline-flex">${heading}</h2><div class="issue details">
    <div class="subject"><div><h3>Printer stops</h3></div></div><p class="author">Added by <a class="user active" href="/users/1">Ada Lund</a>
    <a title="05/29/2026 10:00 AM" href="/projects/desk/activity">2 days</a> ago.</p>
    <div class="attributes"><div class="status attribute"><div class="label">Status:</div><div class="value">In Progress</div></div></div>
    <div class="description"><div class="wiki">It is stuck.</div></div></div></div></body>`,
    'https://track.nord.example/issues/102',
  );
  expect(ticket(facts)).toMatchObject({ id: heading, subject: 'Printer stops', requester: 'Ada Lund' });
});

it('Redmine: where the requester is among those it can be assigned to, a colleague of theirs answers nobody', () => {
  const facts = readSite(
    `<body class="controller-issues action-show"><div id="content"><h2 class="inline-flex">Support #102</h2><div class="issue details">
    <div class="subject"><div><h3>Printer stops</h3></div></div><p class="author">Added by <a class="user active" href="/users/1">Ada Lund</a>
    <a title="05/29/2026 10:00 AM" href="/projects/desk/activity">2 days</a> ago.</p>
    <div class="attributes"><div class="status attribute"><div class="label">Status:</div><div class="value">In Progress</div></div>
    <div class="assigned-to attribute"><div class="label">Assignee:</div><div class="value"><a class="user">Bo Kern</a></div></div></div>
    <div class="description"><div class="wiki">It is stuck.</div></div></div>
    <div id="history">${journal('has-notes', 2, 'Cy Lund', '05/30/2026 10:30 AM')}${journal('has-notes', 3, 'Bo Kern', '06/08/2026 11:00 AM')}</div>
    <form><select id="issue_assigned_to_id"><option value=""></option><option>Ada Lund</option><option>Bo Kern</option><option>Cy Lund</option></select></form></div></body>`,
    'https://track.nord.example/issues/102',
  );
  expect(summary(facts)).toEqual([
    'customer Ada Lund 2026-05-29T08:00:00.000Z',
    'unknown Cy Lund 2026-05-30T08:30:00.000Z',
    'staff Bo Kern 2026-06-08T09:00:00.000Z',
  ]);
});

it.each(['-', 'Nobody in particular'])('a ticket of “%s” has no assignee', (nobody) => {
  const facts = readSite(
    `<body class="controller-issues action-show"><div id="content"><h2 class="inline-flex">Support #102</h2><div class="issue details">
    <div class="subject"><div><h3>Printer stops</h3></div></div>
    <div class="attributes"><div class="assigned-to attribute"><div class="label">Assignee:</div><div class="value">${nobody}</div></div></div></div></div></body>`,
    'https://track.nord.example/issues/102',
  );
  expect(facts).toMatchObject({ subject: { value: 'Printer stops' }, assignee: null });
});
