import { describe, expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readData, readSite, ticket } from './site-page.ts';

const CLOUD = 'https://nord.atlassian.net/browse/DESK-102';
const PAGE =
  '<body><h1 data-testid="issue.views.issue-base.foundation.summary.heading">Printer stops</h1></body>';

const ada = {
  accountId: 'a',
  displayName: 'Ada Lund',
  emailAddress: 'ada@nord.example',
  accountType: 'customer',
};
const bo = { accountId: 'b', displayName: 'Bo Kern', accountType: 'atlassian' };
const said = (author: object, created: string, jsdPublic = true) => ({ author, created, jsdPublic });

const issue = (reporter: object, comments: object[], total = comments.length) => ({
  '/rest/api/2/issue/DESK-102': {
    fields: {
      summary: 'Printer stops',
      created: '2026-06-08T10:00:00.000+0200',
      reporter,
      assignee: null,
      status: { name: 'Waiting for support', statusCategory: { key: 'indeterminate' } },
      comment: { comments, total },
    },
  },
});

describe('Jira Service Management, its data', () => {
  it('tell the customer’s account from the desk’s, public from internal', async () => {
    const { facts } = await readData(
      PAGE,
      CLOUD,
      issue(ada, [
        said(bo, '2026-06-08T11:00:00.000+0200', false),
        said(bo, '2026-06-08T12:00:00.000+0200'),
        said(
          { ...bo, accountId: 'r', accountType: 'app', displayName: 'Robot' },
          '2026-06-08T12:30:00.000+0200',
        ),
        said(ada, '2026-06-08T13:00:00.000+0200'),
      ]),
    );
    expect(ticket(facts)).toEqual({
      reader: 'jira',
      id: 'DESK-102',
      subject: 'Printer stops',
      requester: 'Ada Lund ada@nord.example',
      status: 'open',
    });
    expect(summary(facts)).toEqual([
      'customer Ada Lund 2026-06-08T08:00:00.000Z',
      'note Bo Kern 2026-06-08T09:00:00.000Z',
      'staff Bo Kern 2026-06-08T10:00:00.000Z',
      'automatic Robot 2026-06-08T10:30:00.000Z',
      'customer Ada Lund 2026-06-08T11:00:00.000Z',
    ]);
  });

  it('where a colleague has reported it, who else comments is not guessed', async () => {
    const { facts } = await readData(
      PAGE,
      CLOUD,
      issue({ ...ada, accountType: 'atlassian' }, [said(bo, '2026-06-08T12:00:00.000+0200')]),
    );
    expect(summary(facts)).toEqual([
      'customer Ada Lund 2026-06-08T08:00:00.000Z',
      'unknown Bo Kern 2026-06-08T10:00:00.000Z',
    ]);
  });

  it('an answer that was cut leaves the thread unread', async () => {
    const { facts } = await readData(PAGE, CLOUD, issue(ada, [said(bo, '2026-06-08T12:00:00.000+0200')], 80));
    expect(facts?.messages).toEqual([]);
    expect(facts?.unread).toContain('messages');
  });
});

it('Jira, self-hosted: times of the page carry their instant, the description is the reporter’s', () => {
  const comment = (name: string, at: string) =>
    `<div class="activity-comment"><div class="action-head"><a class="user-hover">${name}</a> <time class="livestamp" datetime="${at}">2 days ago</time></div><div class="action-body">text</div></div>`;
  const facts = readSite(
    `<body id="jira"><h1 id="summary-val">Printer stops</h1><span id="status-val">Open</span>
    <span id="reporter-val"><span class="user-hover">Ada Lund</span></span><span id="assignee-val"><span class="user-hover">Bo Kern</span></span>
    <span id="created-val"><time datetime="2026-06-08T10:00:00+0200">08/Jun/26</time></span><div id="description-val">It is stuck.</div>
    ${comment('Bo Kern', '2026-06-08T12:00:00+0200')}${comment('Cem Ak', '2026-06-08T13:00:00+0200')}</body>`,
    'https://jira.nord.example/browse/DESK-102',
  );
  expect(ticket(facts)).toMatchObject({
    reader: 'jira',
    id: 'DESK-102',
    requester: 'Ada Lund',
    status: 'open',
  });
  expect(summary(facts)).toEqual([
    'customer Ada Lund 2026-06-08T08:00:00.000Z',
    'staff Bo Kern 2026-06-08T10:00:00.000Z',
    'unknown Cem Ak 2026-06-08T11:00:00.000Z',
  ]);
});
