/** Odoo 14: the tasks of a project with their threads, put in through its own models; from Debian 11, in a root of its own. */
import type { Language } from '#core/language/index.ts';
import type { StatusKind } from '#core/response/ticket-facts.ts';
import { unpackWithAll } from './debian-root.ts';
import { installOdoo, NAME, PACKAGES } from './odoo-folder.ts';
import { isStaff, PEOPLE, type PersonId } from './people.ts';
import type { RunningSystem, SystemPage, TicketSystem, Viewer } from './system.ts';
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
/** Stages are whatever a project calls them. */
const STAGES: Record<SeedStatus, [string, StatusKind]> = {
  new: ['New', 'open'],
  open: ['In Progress', 'open'],
  pending: ['Waiting', 'pending'],
  solved: ['Done', 'solved'],
  closed: ['Cancelled', 'closed'],
};
/** A star or none: the page has a word for either, which nobody sees. */
const STARS: Record<SeedPriority, string> = { low: '0', normal: '0', high: '1' };
const STAR_WORDS: Record<string, string[]> = {
  0: ['Normal', 'Normale', '일반', '正常'],
  1: ['Important', 'Wichtig', 'Importante', '중요', '重要'],
};
const CUSTOMER_PAGES = ['/my', '/my/projects', '/my/tasks', '/my/account'];

export const ODOO: TicketSystem = {
  name: NAME,
  tunedOn: true,
  tellsCustomersWhose: true,

  prepare: () => unpackWithAll(NAME, PACKAGES, 'bullseye main'),

  async start(): Promise<RunningSystem> {
    const viewers = viewersFor(Object.keys(LOCALES) as Language[]);
    const { url, run, stop } = await installOdoo(Object.values(LOCALES));
    let seeded: readonly SeedTicket[] = [];
    let filled = { project: 0, person: 0, tasks: [] as number[] };
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
        const plan = {
          ...{ people: [...writers, ...readers], lead: 'mara', tickets: tickets.map(planOf) },
          stages: Object.values(STAGES).map(([name]) => name),
          closing: [STAGES.solved[0], STAGES.closed[0]],
          watching: viewers.filter(({ side }) => side === 'customer').map(({ login }) => login),
        };
        const out = await run('odoo-setup.py', JSON.stringify(plan));
        filled = JSON.parse(out.trim().split('\n').at(-1)!);
      },
      async signIn(page, { login, password }) {
        await page.goto(`${url}/web/login`);
        await page.fill('input[name=login]', login);
        await page.fill('input[name=password]', password);
        await page.press('input[name=password]', 'Enter');
        await page.waitForURL(({ pathname }) => pathname !== '/web/login');
      },
      async reply(page, ticket, text) {
        await page.goto(`${url}/my/task/${filled.tasks[ticket - 1]}`);
        await page.fill('textarea[name=message]', text);
        await page.click('.o_portal_chatter_composer_btn');
      },
      pagesFor: ({ side }) => [
        ...seeded.map((ticket, index): SystemPage => {
          const id = filled.tasks[index]!;
          const path =
            side === 'staff'
              ? clientPath(`id=${id}&model=project.task&view_type=form`, index)
              : `/my/task/${id}`;
          return { name: `ticket ${index + 1}`, path, truth: truthOf(ticket, String(id), side) };
        }),
        ...(side === 'staff' ? staffPages(filled) : [...CUSTOMER_PAGES, `/my/project/${filled.project}`]).map(
          (path, index): SystemPage => ({ name: `other ${index + 1}`, path, truth: null }),
        ),
      ],
    };
  },
};

/** A page of its client: which one is said behind the hash alone, so that each needs an address that is loaded anew. */
const clientPath = (shown: string, index: number): string =>
  `/web?tab=${String.fromCharCode(97 + index)}#${shown}`;

const staffPages = ({ project, person }: { project: number; person: number }): string[] =>
  [
    'action=mail.action_discuss',
    'action=project.open_view_project_all&model=project.project&view_type=kanban',
    `id=${project}&model=project.project&view_type=form`,
    'action=project.action_view_all_task&model=project.task&view_type=kanban',
    'action=project.action_view_all_task&model=project.task&view_type=list',
    'model=project.task&view_type=form',
    `id=${person}&model=res.partner&view_type=form`,
    'model=res.partner&view_type=kanban',
    'id=7777&model=project.task&view_type=form',
  ].map((shown, index) => clientPath(shown, index + 12));

const seconds = (ms: number): number => Math.floor(ms / 1000);

const planOf = (ticket: SeedTicket) => ({
  subject: ticket.subject,
  priority: STARS[ticket.priority],
  stage: STAGES[ticket.status][0],
  owner: ticket.owner,
  changed: seconds(changedMs(ticket)),
  messages: ticket.messages.map(({ atMs, by, body, note = false }) => ({
    ...{ at: seconds(atMs), by, body, note, staff: isStaff(by) },
  })),
});

/** Its portal shows no notes and no priority. */
function truthOf(ticket: SeedTicket, id: string, side: Viewer['side']) {
  const [shown, kind] = STAGES[ticket.status];
  return {
    ...plainTruth(ticket, [id], { notes: side === 'staff' }),
    organisation: null,
    status: { kind, shown: [shown] },
    priority: side === 'staff' ? STAR_WORDS[STARS[ticket.priority]]! : null,
  };
}
