/** Pagure 5: the issues of a forge, put in through its own library, in English alone; from Debian 11, in a root of its own. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StatusKind } from '#core/response/ticket-facts.ts';
import { rootOf, unpackWithAll } from './debian-root.ts';
import { isStaff, PEOPLE, type PersonId } from './people.ts';
import { freePort, runToEnd, servingFrom, startServer } from './processes.ts';
import type { RunningSystem, SystemPage, TicketSystem } from './system.ts';
import { changedMs, type SeedPriority, type SeedStatus, type SeedTicket } from './tickets.ts';
import { plainTruth } from './truth.ts';
import { accountOf, viewerOf } from './viewers.ts';

const NAME = 'Pagure 5';
const PYTHON = '/usr/bin/python3';
/** An issue is open, or closed as something. */
const STATUSES: Record<SeedStatus, { kind: StatusKind; closed: string | null }> = {
  new: { kind: 'open', closed: null },
  open: { kind: 'open', closed: null },
  pending: { kind: 'open', closed: null },
  solved: { kind: 'closed', closed: 'Fixed' },
  closed: { kind: 'closed', closed: 'Rejected' },
};
const PRIORITIES: Record<SeedPriority, [number, string]> = {
  low: [3, 'low'],
  normal: [2, 'normal'],
  high: [1, 'high'],
};
const OTHER_PAGES = [
  '/',
  '/desk',
  '/desk/issues',
  '/desk/issues?status=all',
  '/desk/issue/77',
  '/desk/new_issue',
  '/desk/stats',
  '/browse/projects',
  '/user/mara',
];
const SERVE = `import sys, pagure.flask_app
pagure.flask_app.create_app().run('127.0.0.1', int(sys.argv[1]), threaded=True)
`;

export const PAGURE: TicketSystem = {
  name: NAME,
  tunedOn: true,
  tellsCustomersWhose: true,

  prepare: () => unpackWithAll(NAME, ['pagure'], 'bullseye main'),

  async start(): Promise<RunningSystem> {
    const root = rootOf(NAME);
    await mkdir(join(root, 'srv'), { recursive: true });
    const folder = await mkdtemp(join(root, 'srv', 'desk-'));
    /** As it is called within the root. */
    const home = folder.slice(root.length);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    await writeFile(join(folder, 'pagure.cfg'), configOf(home, url));
    await writeFile(join(folder, 'serve.py'), SERVE);
    const env = {
      ...{ PATH: '/usr/bin:/bin:/usr/sbin', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
      PAGURE_CONFIG: `${home}/pagure.cfg`,
    };
    const viewers = [viewerOf('staff', 'en'), viewerOf('customer', 'en')];
    const server = startServer('chroot', [root, PYTHON, `${home}/serve.py`, String(port)], { env });
    const stop = await servingFrom(folder, server, `${url}/login/`);
    let seeded: readonly SeedTicket[] = [];
    return {
      url,
      viewers,
      stop,
      async seed(tickets) {
        seeded = tickets;
        const people = [
          ...Object.values(PEOPLE).map(({ id, name, email }) => {
            const { password } = accountOf(id as PersonId);
            return { login: id, name, email, password, staff: isStaff(id as PersonId) };
          }),
          ...viewers.map((each) => ({ ...each, staff: each.side === 'staff' })),
        ];
        const plan = {
          ...{ people, owner: 'mara', closeStatuses: ['Fixed', 'Rejected'] },
          priorities: Object.fromEntries(Object.values(PRIORITIES)),
          tickets: tickets.map(planOf),
        };
        await runToEnd('cp', [join(import.meta.dirname, 'pagure-setup.py'), folder], { env });
        await runToEnd('chroot', [root, PYTHON, `${home}/pagure-setup.py`], {
          ...{ env, input: JSON.stringify(plan) },
        });
      },
      async signIn(page, { login, password }) {
        await page.goto(`${url}/login/`);
        await page.fill('input[name=username]', login);
        await page.fill('input[name=password]', password);
        await page.press('input[name=password]', 'Enter');
        await page.waitForURL(({ pathname }) => !pathname.startsWith('/login'));
      },
      async reply(page, ticket, text) {
        await page.goto(`${url}/desk/issue/${ticket}`);
        await page.fill('textarea[name=comment]', text);
        await page.press('textarea[name=comment]', 'Control+Enter');
      },
      pagesFor: () => [
        ...seeded.map(
          (ticket, index): SystemPage => ({
            name: `ticket ${index + 1}`,
            path: `/desk/issue/${index + 1}`,
            truth: {
              ...plainTruth(ticket, [String(index + 1)], { notes: false }),
              organisation: null,
              status: { kind: STATUSES[ticket.status].kind, shown: null },
              priority: [PRIORITIES[ticket.priority][1]],
            },
          }),
        ),
        ...OTHER_PAGES.map((path): SystemPage => ({ name: path, path, truth: null })),
      ],
    };
  },
};

const seconds = (ms: number): number => Math.floor(ms / 1000);

const planOf = (ticket: SeedTicket) => ({
  subject: ticket.subject,
  priority: PRIORITIES[ticket.priority][0],
  closed: STATUSES[ticket.status].closed,
  owner: ticket.owner,
  changed: seconds(changedMs(ticket)),
  // It has no notes of staff's.
  messages: ticket.messages
    .filter(({ note }) => !note)
    .map(({ atMs, by, body }) => ({ at: seconds(atMs), by, body })),
});

const configOf = (home: string, url: string): string => `
DB_URL = 'sqlite:///${home}/pagure.sqlite'
SECRET_KEY = 'for a test alone'
SALT_EMAIL = 'for a test alone'
APP_URL = '${url}/'
EMAIL_SEND = False
PAGURE_AUTH = 'local'
SESSION_COOKIE_SECURE = False
CHECK_SESSION_IP = False
GIT_FOLDER = '${home}/repositories'
REMOTE_GIT_FOLDER = '${home}/remotes'
ATTACHMENTS_FOLDER = '${home}/attachments'
UPLOAD_FOLDER_PATH = '${home}/releases'
SSH_FOLDER = '${home}/ssh'
GIT_AUTH_BACKEND = 'test_auth'
ENABLE_DOCS = False
WEBHOOK = False
`;
