/** Trac 1.6 from Debian's backports: its own server, tickets through its own Python interface. */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StatusKind } from '#core/response/ticket-facts.ts';
import { BACKPORTS, prepareInstalled, unpackedFolder, unpackPackages } from './debian-packages.ts';
import { PEOPLE, type PersonId, STAFF } from './people.ts';
import { freePort, runToEnd, servingFrom, startServer } from './processes.ts';
import type { RunningSystem, SystemPage, TicketSystem } from './system.ts';
import { changedMs, type SeedPriority, type SeedStatus, type SeedTicket } from './tickets.ts';
import { plainTruth } from './truth.ts';
import { accountOf, viewersFor, WRITERS_ZONE } from './viewers.ts';

const PYTHON = '/usr/bin/python3';
const LIBRARY = join('root', 'usr', 'lib', 'python3', 'dist-packages');
/** What Trac needs beside itself, from Debian 12 proper. */
const PACKAGES = [
  'python3-jinja2',
  'python3-babel',
  'python3-setuptools',
  'python3-pkg-resources',
  'python3-tz',
];
const FILES = ['babel', 'jinja2', 'pkg_resources', 'pytz'].map(
  (name) => `/usr/lib/python3/dist-packages/${name}/__init__.py`,
);

const STATUSES: Record<SeedStatus, [string, StatusKind]> = {
  new: ['new', 'open'],
  open: ['accepted', 'open'],
  pending: ['assigned', 'open'],
  solved: ['closed', 'closed'],
  closed: ['closed', 'closed'],
};
const PRIORITIES: Record<SeedPriority, string> = { low: 'minor', normal: 'major', high: 'critical' };
const OTHER_PAGES = [
  '/wiki',
  '/timeline',
  '/roadmap',
  '/report',
  '/report/1',
  '/query?status=!closed',
  '/newticket',
  '/search?q=license',
  '/prefs',
  '/about',
];

export const TRAC: TicketSystem = {
  name: 'Trac 1.6',
  tunedOn: true,
  tellsCustomersWhose: true,

  async prepare() {
    const prepared = await prepareInstalled('Trac 1.6', PACKAGES, FILES);
    return 'skipped' in prepared ? prepared : unpackPackages('Trac 1.6', ['trac'], BACKPORTS);
  },

  async start(): Promise<RunningSystem> {
    const root = await mkdtemp(join(tmpdir(), 'dueline-trac-'));
    const folder = join(root, 'desk');
    const env = {
      PATH: '/usr/bin:/bin',
      LC_ALL: 'C.UTF-8',
      TZ: 'UTC',
      PYTHONPATH: join(unpackedFolder('Trac 1.6'), LIBRARY),
    };
    const run = (args: string[], input = '') => runToEnd(PYTHON, args, { env, cwd: root, input });
    const viewers = viewersFor(['de', 'en', 'es', 'it', 'ko', 'zh-CN']);
    await run(['-m', 'trac.admin.console', folder, 'initenv', 'Support', 'sqlite:db/trac.db']);
    await configure(folder);
    const passwords = join(root, 'passwords');
    const hash = (text: string) => createHash('sha1').update(text).digest('base64');
    await writeFile(
      passwords,
      [...viewers, ...Object.keys(STAFF).map((id) => accountOf(id as PersonId))]
        .map(({ login, password }) => `${login}:{SHA}${hash(password)}\n`)
        .join(''),
    );
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/desk`;
    let seeded: readonly SeedTicket[] = [];
    const server = startServer(
      PYTHON,
      [
        ...['-m', 'trac.web.standalone', '--hostname', '127.0.0.1', '--port', String(port)],
        ...[`--basic-auth=desk,${passwords},desk`, folder],
      ],
      { env, cwd: root },
    );
    const stop = await servingFrom(root, server, url);
    return {
      url,
      viewers,
      stop,
      async seed(tickets) {
        seeded = tickets;
        const script = join(import.meta.dirname, 'trac-setup.py');
        await run(
          [script],
          JSON.stringify({ folder, people: people(viewers), tickets: tickets.map(planOf) }),
        );
      },
      async signIn(page, { login, password }) {
        await page.goto(url.replace('//', `//${login}:${password}@`).concat('/login'));
        await page.waitForURL(({ pathname }) => !pathname.endsWith('/login'));
      },
      async reply(page, ticket, text) {
        await page.goto(`${url}/ticket/${ticket}`);
        await page.fill('#comment', text);
        await page.click('input[name=submit]');
        await page.waitForURL(({ hash }) => hash.startsWith('#comment'));
      },
      pagesFor: () => [
        ...seeded.map(
          (ticket, index): SystemPage => ({
            name: `ticket ${index + 1}`,
            path: `/ticket/${index + 1}`,
            truth: {
              ...plainTruth(ticket, [String(index + 1)], { notes: false }),
              status: { kind: STATUSES[ticket.status][1], shown: null },
              priority: [PRIORITIES[ticket.priority]],
            },
          }),
        ),
        ...OTHER_PAGES.map((path): SystemPage => ({ name: path, path, truth: null })),
      ],
    };
  },
};

async function configure(folder: string): Promise<void> {
  const file = join(folder, 'conf', 'trac.ini');
  const own = '[ticket-custom]\norganisation = text\norganisation.label = Organisation\n\n';
  await writeFile(file, own + (await readFile(file, 'utf8')));
}

const people = (viewers: RunningSystem['viewers']) => [
  ...Object.values(PEOPLE).map(({ id, name, email }) => ({
    login: id,
    name,
    email,
    tz: WRITERS_ZONE,
    staff: id in STAFF,
  })),
  ...viewers.map(({ side, login, name, email, language, zone }) => ({
    login,
    name,
    email,
    language: language.replace('-', '_'),
    tz: zone,
    staff: side === 'staff',
  })),
];

const planOf = (ticket: SeedTicket) => ({
  subject: ticket.subject,
  organisation: PEOPLE[ticket.messages[0]!.by]!.organisation,
  priority: PRIORITIES[ticket.priority],
  status: STATUSES[ticket.status][0],
  owner: ticket.owner,
  changedMs: changedMs(ticket),
  // Trac has no internal notes.
  messages: ticket.messages.filter(({ note }) => !note),
});
