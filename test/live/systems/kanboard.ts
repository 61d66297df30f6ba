/** Kanboard 1.2: a board of tasks, put in through its own PHP interface; Debian's sid packages it. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '#core/language/index.ts';
import type { StatusKind } from '#core/response/ticket-facts.ts';
import { prepareInstalled, SID, unpackPackages } from './debian-packages.ts';
import { INSTALLED, installKanboard, NAME, PHP, serveKanboard, UNPACKED } from './kanboard-folder.ts';
import { isStaff, PEOPLE, type PersonId } from './people.ts';
import { clockAt, clockEnv, runToEnd, servingFrom } from './processes.ts';
import type { RunningSystem, SystemPage, TicketSystem } from './system.ts';
import { changedMs, type SeedPriority, type SeedStatus, type SeedTicket } from './tickets.ts';
import { plainTruth } from './truth.ts';
import { accountOf, viewersFor, WRITERS_ZONE } from './viewers.ts';

const LOCALES: Record<Language, string> = {
  de: 'de_DE',
  en: 'en_US',
  es: 'es_ES',
  it: 'it_IT',
  ko: 'ko_KR',
  'zh-CN': 'zh_CN',
};
/** A task is open or closed; how far it has come is the column that it lies in. */
const STATUSES: Record<SeedStatus, { column: string; kind: StatusKind }> = {
  new: { column: 'Backlog', kind: 'open' },
  open: { column: 'Ready', kind: 'open' },
  pending: { column: 'Work in progress', kind: 'open' },
  solved: { column: 'Done', kind: 'closed' },
  closed: { column: 'Done', kind: 'closed' },
};
const PRIORITIES: Record<SeedPriority, number> = { low: 1, normal: 2, high: 3 };

export const KANBOARD: TicketSystem = {
  name: NAME,
  tunedOn: true,
  tellsCustomersWhose: true,

  async prepare() {
    const prepared = await prepareInstalled(NAME, INSTALLED, [PHP]);
    return 'skipped' in prepared ? prepared : unpackPackages(NAME, UNPACKED, SID);
  },

  async start(): Promise<RunningSystem> {
    const root = await mkdtemp(join(tmpdir(), 'dueline-kanboard-'));
    const viewers = viewersFor(Object.keys(LOCALES) as Language[]);
    const folder = await installKanboard(root);
    const server = serveKanboard(folder);
    const url = `http://127.0.0.1:${folder.port}`;
    const stop = await servingFrom(root, server, `${url}/?controller=AuthController&action=login`);
    let seeded: readonly SeedTicket[] = [];
    let filled = { board: 0, tasks: [] as number[] };
    const writers = Object.values(PEOPLE).map(({ id, name, email }) => ({
      ...{ login: id, name, email, password: accountOf(id as PersonId).password },
      ...{ locale: 'en_US', zone: WRITERS_ZONE, staff: isStaff(id as PersonId) },
    }));
    const readers = viewers.map(({ login, name, email, password, language, zone, side }) => ({
      ...{ login, name, email, password, zone },
      ...{ locale: LOCALES[language], staff: side === 'staff' },
    }));
    return {
      url,
      viewers,
      stop,
      async seed(tickets) {
        seeded = tickets;
        const clock = join(root, 'clock');
        await writeFile(clock, clockAt(Date.now()));
        const script = join(import.meta.dirname, 'kanboard-setup.php');
        const out = await runToEnd(PHP, [...folder.options, script], {
          env: { ...folder.env, ...clockEnv(clock) },
          cwd: folder.home,
          input: JSON.stringify({
            ...{ folder: folder.home, clock },
            people: [...writers, ...readers],
            tickets: tickets.map(planOf),
          }),
        });
        filled = JSON.parse(out.trim().split('\n').at(-1)!);
      },
      async signIn(page, { login, password }) {
        await page.goto(`${url}/?controller=AuthController&action=login`);
        await page.fill('#form-username', login);
        await page.fill('#form-password', password);
        await page.press('#form-password', 'Enter');
        await page.waitForURL(({ search }) => !search.includes('AuthController'));
      },
      async reply(page, ticket, text) {
        await page.goto(
          `${url}/?controller=TaskViewController&action=show&task_id=${filled.tasks[ticket - 1]}`,
        );
        await page.fill('textarea[name=comment]', text);
        await page.press('textarea[name=comment]', 'Control+Enter');
      },
      pagesFor: () => [
        ...seeded.map(
          (ticket, index): SystemPage => ({
            name: `ticket ${index + 1}`,
            path: `/?controller=TaskViewController&action=show&task_id=${filled.tasks[index]}`,
            truth: truthOf(ticket, String(filled.tasks[index])),
          }),
        ),
        ...otherPages(filled.board).map((path): SystemPage => ({ name: path, path, truth: null })),
      ],
    };
  },
};

const otherPages = (board: number): string[] =>
  [
    'controller=DashboardController&action=show',
    'controller=DashboardController&action=tasks',
    `controller=BoardViewController&action=show&project_id=${board}`,
    `controller=TaskListController&action=show&project_id=${board}`,
    `controller=ProjectOverviewController&action=show&project_id=${board}`,
    `controller=ActivityController&action=project&project_id=${board}`,
    'controller=SearchController&action=index&search=license',
    'controller=ProjectListController&action=show',
    'controller=UserViewController&action=profile&user_id=2',
  ].map((query) => `/?${query}`);

const seconds = (ms: number): number => Math.floor(ms / 1000);

const planOf = (ticket: SeedTicket) => ({
  subject: ticket.subject,
  priority: PRIORITIES[ticket.priority],
  column: STATUSES[ticket.status].column,
  closed: STATUSES[ticket.status].kind === 'closed',
  owner: ticket.owner,
  changed: seconds(changedMs(ticket)),
  // Its comments for some roles alone are no notes of staff's.
  messages: ticket.messages
    .filter(({ note }) => !note)
    .map(({ atMs, by, body }) => ({ at: seconds(atMs), by, body })),
});

function truthOf(ticket: SeedTicket, id: string) {
  const priority = String(PRIORITIES[ticket.priority]);
  return {
    ...plainTruth(ticket, [id], { notes: false }),
    organisation: null,
    status: { kind: STATUSES[ticket.status].kind, shown: null },
    priority: [priority, `P${priority}`],
  };
}
