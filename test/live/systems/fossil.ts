/** Fossil's tickets: a forge in one program, its tickets put in from the command line, in English alone. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StatusKind } from '#core/response/ticket-facts.ts';
import { prepareInstalled } from './debian-packages.ts';
import { PEOPLE, type PersonId } from './people.ts';
import { clockAt, clockEnv, freePort, runToEnd, servingFrom, startServer } from './processes.ts';
import type { RunningSystem, SystemPage, TicketSystem, Viewer } from './system.ts';
import { changedMs, type SeedPriority, type SeedStatus, type SeedTicket } from './tickets.ts';
import { plainTruth } from './truth.ts';
import { accountOf, viewerOf } from './viewers.ts';

const PROGRAM = '/usr/bin/fossil';
const STATUSES: Record<SeedStatus, [string, StatusKind]> = {
  new: ['Open', 'open'],
  open: ['Open', 'open'],
  pending: ['Deferred', 'pending'],
  solved: ['Fixed', 'solved'],
  closed: ['Closed', 'closed'],
};
const PRIORITIES: Record<SeedPriority, string> = { low: 'Low', normal: 'Medium', high: 'High' };
const OTHER_PAGES = [
  '/timeline',
  '/reportlist',
  '/rptview?rn=1',
  '/tktnew',
  '/wiki',
  '/dir',
  '/brlist',
  '/search?s=license',
  '/sitemap',
];

export const FOSSIL: TicketSystem = {
  name: 'Fossil 2',
  tunedOn: true,
  tellsCustomersWhose: false,

  prepare: () => prepareInstalled('Fossil 2', ['fossil', 'faketime'], [PROGRAM]),

  async start(): Promise<RunningSystem> {
    const root = await mkdtemp(join(tmpdir(), 'dueline-fossil-'));
    const repository = join(root, 'desk.fossil');
    const clock = join(root, 'clock');
    const env = { PATH: '/usr/bin:/bin', HOME: root, USER: 'mara', LC_ALL: 'C.UTF-8', TZ: 'UTC' };
    const fossil = (...args: string[]) => runToEnd(PROGRAM, args, { env, cwd: root });
    // It shows UTC and does not say so: those who use it have told their browsers or us.
    const viewers = (['staff', 'customer'] as const).map(
      (side): Viewer => ({ ...viewerOf(side, 'en'), zone: 'UTC' }),
    );
    await fossil('init', '--admin-user', 'mara', repository);
    const people = Object.values(PEOPLE).map(({ id, email }) => ({
      email,
      ...accountOf(id as PersonId),
    }));
    for (const { login, email, password } of [...people.filter(({ login }) => login !== 'mara'), ...viewers])
      await fossil('user', 'new', login, email, password, '-R', repository);
    await fossil('user', 'password', 'mara', accountOf('mara').password, '-R', repository);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const server = startServer(PROGRAM, ['server', '--localhost', '--port', String(port), repository], {
      env,
      cwd: root,
    });
    const stop = await servingFrom(root, server, url);
    let seeded: readonly SeedTicket[] = [];
    const ids: string[] = [];
    const at = async (ms: number, by: PersonId, ...words: string[]) => {
      await writeFile(clock, clockAt(ms));
      return runToEnd(PROGRAM, ['ticket', ...words, '--user', by, '-R', repository], {
        env: { ...env, ...clockEnv(clock) },
        cwd: root,
      });
    };
    const seedOne = async (ticket: SeedTicket) => {
      let id = '';
      for (const { atMs, by, body } of spoken(ticket)) {
        const said = ['icomment', body, 'mimetype', 'text/plain', 'login', by];
        const opening = ['title', ticket.subject, 'status', 'Open', 'priority', PRIORITIES[ticket.priority]];
        const out = id
          ? await at(atMs, by, 'set', id, ...said)
          : await at(atMs, by, 'add', ...opening, ...said);
        id ||= /[0-9a-f]{40,64}/.exec(out)![0];
      }
      await at(changedMs(ticket), 'mara', 'set', id, 'status', STATUSES[ticket.status][0]);
      ids.push(id);
    };
    return {
      url,
      viewers,
      stop,
      async seed(tickets) {
        seeded = tickets;
        for (const ticket of tickets) await seedOne(ticket);
      },
      async signIn(page, { login, password }) {
        await page.goto(`${url}/login`);
        await page.fill('#u', login);
        await page.fill('#p', password);
        await page.press('#p', 'Enter');
        await page.waitForURL(({ pathname }) => pathname !== '/login');
      },
      async reply(page, ticket, text) {
        await page.goto(`${url}/tktedit/${ids[ticket - 1]}`);
        await page.fill('textarea[name=icomment]', text);
        await page.click('input[name=submit]');
        await page.waitForURL(({ pathname }) => pathname.startsWith('/tktview'));
      },
      pagesFor: () => [
        ...seeded.map(
          (ticket, index): SystemPage => ({
            name: `ticket ${index + 1}`,
            path: `/tktview/${ids[index]!.slice(0, 10)}`,
            truth: {
              ...plainTruth(ticket, [ids[index]!, ids[index]!.slice(0, 10)], { notes: false }),
              organisation: null,
              assignee: null,
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

/** Fossil has no internal notes. */
const spoken = ({ messages }: SeedTicket) => messages.filter(({ note }) => !note);
