import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const journal = (classes: string, id: number, who: string, title: string) => `
  <div id="change-${id}" class="journal ${classes}"><div class="note"><h4 class="note-header">Updated by <a class="user active" href="/users/${id}">${who}</a>
  <a title="${title}" href="/projects/desk/activity?from=2026-06-08">2 days</a> ago</h4>
  ${classes.includes('has-notes') ? '<div class="wiki">text</div>' : '<ul class="details"><li>Status changed</li></ul>'}</div></div>`;

interface Shown {
  heading?: string;
  /** Where it is said who opened it, and when. */
  author?: string;
  assignee?: string;
  description?: string;
  history?: string[];
  /** Whom it can be assigned to. */
  assignable?: string[];
}

const ADDED = `<p class="author">Added by <a class="user active" href="/users/1">Ada Lund</a>
  <a title="05/29/2026 10:00 AM" href="/projects/desk/activity">2 days</a> ago.</p>`;

/** An issue as Redmine shows it, opened by Ada Lund and in progress with Bo Kern, unless a test says otherwise. */
function issue({
  heading = 'Support #102',
  author = ADDED,
  assignee = '<a class="user">Bo Kern</a>',
  description = '',
  history = [],
  assignable = [],
}: Shown = {}) {
  return readSite(
    `<body class="controller-issues action-show"><div id="content"><h2 class="inline-flex">${heading}</h2><div class="issue details">
    <div class="subject"><div><h3>Printer stops</h3></div></div>${author}
    <div class="attributes"><div class="status attribute"><div class="label">Status:</div><div class="value">In Progress</div></div>
    <div class="assigned-to attribute"><div class="label">Assignee:</div><div class="value">${assignee}</div></div></div>
    <div class="description"><div class="wiki">${description}</div></div></div>
    <div id="history">${history.join('')}</div>
    <form><select id="issue_assigned_to_id"><option value=""></option>${assignable.map((name) => `<option>${name}</option>`).join('')}</select></form></div></body>`,
    'https://track.nord.example/issues/102',
  );
}

it('Redmine: the description opens, notes by their class, a journal without words is automatic', () => {
  const facts = issue({
    description: 'It is stuck.',
    history: [
      journal('has-details', 2, 'Bo Kern', '05/29/2026 10:30 AM'),
      journal('has-notes private-notes', 3, 'Bo Kern', '06/08/2026 11:00 AM'),
      journal('has-notes', 4, 'Bo Kern', '06/08/2026 12:00 PM'),
      journal('has-notes', 1, 'Ada Lund', '06/09/2026 01:00 PM'),
      journal('has-notes', 5, 'Dee Ito', '06/10/2026 01:00 PM'),
    ],
    assignable: ['Bo Kern', 'Dee Ito'],
  });
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
  const facts = issue({ heading, description: 'It is stuck.' });
  expect(ticket(facts)).toMatchObject({ id: heading, subject: 'Printer stops', requester: 'Ada Lund' });
});

it('Redmine: where the requester is among those it can be assigned to, a colleague of theirs answers nobody', () => {
  const facts = issue({
    history: [
      journal('has-notes', 2, 'Cy Lund', '05/30/2026 10:30 AM'),
      journal('has-notes', 3, 'Bo Kern', '06/08/2026 11:00 AM'),
    ],
    assignable: ['Ada Lund', 'Bo Kern', 'Cy Lund'],
  });
  expect(summary(facts)).toEqual([
    'customer Ada Lund 2026-05-29T08:00:00.000Z',
    'unknown Cy Lund 2026-05-30T08:30:00.000Z',
    'staff Bo Kern 2026-06-08T09:00:00.000Z',
  ]);
});

it.each(['-', 'Nobody in particular'])('a ticket of “%s” has no assignee', (nobody) => {
  const facts = issue({ author: '', assignee: nobody });
  expect(facts).toMatchObject({ subject: { value: 'Printer stops' }, assignee: null });
});
