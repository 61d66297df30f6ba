/** Redmine 5: tickets and notes through its REST interface, on behalf of whoever wrote them. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '#core/language/index.ts';
import type { StatusKind } from '#core/response/ticket-facts.ts';
import { canInstall } from '../../support/debian.mjs';
import { prepareInstalled } from './debian-packages.ts';
import { makeGemFolders } from './gem-folders.ts';
import { CUSTOMERS, PEOPLE, type PersonId, STAFF } from './people.ts';
import { freePort, runToEnd, servingFrom, startServer } from './processes.ts';
import { installRedmine, REDMINE_FILES, REDMINE_PACKAGES, RUBY, redmineEnv } from './redmine-folder.ts';
import type { RunningSystem, SystemPage, TicketSystem } from './system.ts';
import { changedMs, type SeedPriority, type SeedStatus, type SeedTicket } from './tickets.ts';
import { plainTruth } from './truth.ts';
import { accountOf, viewersFor, WRITERS_ZONE } from './viewers.ts';

const LANGUAGES: Language[] = ['de', 'en', 'es', 'it', 'ko', 'zh-CN'];

/** Names of statuses and priorities are data in Redmine: the same in every language. */
const STATUSES: Record<SeedStatus, [string, StatusKind]> = {
  new: ['New', 'open'],
  open: ['In Progress', 'open'],
  pending: ['Feedback', 'pending'],
  solved: ['Resolved', 'solved'],
  closed: ['Closed', 'closed'],
};
const PRIORITIES: Record<SeedPriority, string> = { low: 'Low', normal: 'Normal', high: 'High' };
const OTHER_PAGES = [
  '/',
  '/my/page',
  '/my/account',
  '/projects',
  '/projects/support',
  '/projects/support/issues?set_filter=1&status_id=*',
  '/projects/support/issues/new',
  '/projects/support/activity',
  '/search?q=license&issues=1',
  '/projects/support/issues/report',
  '/users',
];

interface SetUp {
  users: Record<string, number>;
  field: number;
  project: number;
  tracker: number;
  key: string;
  statuses: Record<string, number>;
  priorities: Record<string, number>;
}

export const REDMINE: TicketSystem = {
  name: 'Redmine 5',
  tunedOn: true,
  tellsCustomersWhose: true,

  async prepare() {
    const install = () => prepareInstalled('Redmine 5', REDMINE_PACKAGES, REDMINE_FILES);
    const prepared = await install();
    return 'skipped' in prepared && canInstall() && (await makeGemFolders()) ? install() : prepared;
  },

  async start(): Promise<RunningSystem> {
    const root = await mkdtemp(join(tmpdir(), 'dueline-redmine-'));
    const folder = join(root, 'redmine');
    const clock = join(root, 'clock');
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const viewers = viewersFor(LANGUAGES);
    await installRedmine(folder);
    const setUp = await fill(folder, port, viewers);
    await writeFile(clock, '');
    const server = startServer(
      RUBY,
      ['bin/rails', 'server', '-u', 'webrick', '-e', 'production', '-b', '127.0.0.1', '-p', String(port)],
      {
        cwd: folder,
        env: {
          ...redmineEnv,
          DUELINE_CLOCK: clock,
          RUBYOPT: `-r${join(import.meta.dirname, 'redmine-clock.rb')}`,
        },
      },
    );
    const stop = await servingFrom(root, server, `${url}/login`);
    let seeded: readonly SeedTicket[] = [];
    return {
      url,
      viewers,
      stop,
      async seed(tickets) {
        seeded = tickets;
        for (const [index, ticket] of tickets.entries()) await seedOne(url, setUp, clock, ticket, index + 1);
        await writeFile(clock, '');
      },
      async signIn(page, { login, password }) {
        await page.goto(`${url}/login`);
        await page.fill('#username', login);
        await page.fill('#password', password);
        await page.press('#password', 'Enter');
        await page.waitForURL(({ pathname }) => pathname !== '/login');
      },
      async reply(page, ticket, text) {
        await page.goto(`${url}/issues/${ticket}/edit`);
        await page.fill('#issue_notes', text);
        await page.click('#issue-form > input[type=submit]');
        await page.waitForURL(({ pathname }) => !pathname.endsWith('/edit'));
      },
      pagesFor: (viewer) => [
        ...seeded.map(
          (ticket, index): SystemPage => ({
            name: `ticket ${index + 1}`,
            path: `/issues/${index + 1}`,
            truth: {
              ...plainTruth(ticket, [String(index + 1)], { notes: viewer.side === 'staff' }),
              status: { kind: STATUSES[ticket.status][1], shown: [STATUSES[ticket.status][0]] },
              priority: [PRIORITIES[ticket.priority]],
            },
          }),
        ),
        ...OTHER_PAGES.map((path): SystemPage => ({ name: path, path, truth: null })),
      ],
    };
  },
};

async function fill(folder: string, port: number, viewers: RunningSystem['viewers']): Promise<SetUp> {
  const account = ({ id, name, email }: (typeof PEOPLE)[string], more: object) => ({
    login: id,
    name,
    email,
    password: accountOf(id as PersonId).password,
    zone: WRITERS_ZONE,
    ...more,
  });
  const plan = {
    host: `127.0.0.1:${port}`,
    admin: 'mara',
    people: [
      ...Object.values(STAFF).map((each) => account(each, { admin: each.id === 'mara' })),
      ...Object.values(CUSTOMERS).map((each) => account(each, { customer: true })),
      ...viewers.map((each) => ({
        ...each,
        admin: each.side === 'staff',
        customer: each.side === 'customer',
        language: each.language === 'zh-CN' ? 'zh' : each.language,
      })),
    ],
  };
  const script = join(import.meta.dirname, 'redmine-setup.rb');
  const out = await runToEnd(RUBY, ['bin/rails', 'runner', script], {
    cwd: folder,
    env: redmineEnv,
    input: JSON.stringify(plan),
  });
  return JSON.parse(out.trim().split('\n').at(-1)!) as SetUp;
}

async function seedOne(
  url: string,
  setUp: SetUp,
  clock: string,
  ticket: SeedTicket,
  id: number,
): Promise<void> {
  const send = async (method: string, path: string, by: string, issue: object) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-redmine-api-key': setUp.key,
        'x-redmine-switch-user': by,
      },
      body: JSON.stringify({ issue }),
    });
    if (!response.ok) throw new Error(`Redmine refused ${method} ${path}: ${await response.text()}`);
  };
  for (const [at, { by, body, atMs, note }] of ticket.messages.entries()) {
    await writeFile(clock, String(atMs));
    if (at === 0) {
      await send('POST', '/issues.json', by, {
        project_id: setUp.project,
        tracker_id: setUp.tracker,
        status_id: setUp.statuses.New,
        subject: ticket.subject,
        description: body,
        priority_id: setUp.priorities[PRIORITIES[ticket.priority]],
        custom_fields: [{ id: setUp.field, value: PEOPLE[by]!.organisation }],
      });
    } else await send('PUT', `/issues/${id}.json`, by, { notes: body, private_notes: note === true });
  }
  const [status] = STATUSES[ticket.status];
  // A change without words: an entry in the thread that is no message.
  if (status !== 'New' || ticket.owner) {
    await writeFile(clock, String(changedMs(ticket)));
    await send('PUT', `/issues/${id}.json`, 'mara', {
      status_id: setUp.statuses[status],
      ...(ticket.owner && { assigned_to_id: setUp.users[ticket.owner] }),
    });
  }
}
