/** The tasks of a project of Odoo's with their threads, put in through its own models; each edition in a root of its own. */
import type { Language } from '#core/language/index.ts';
import type { StatusKind } from '#core/response/ticket-facts.ts';
import { unpackWithAll } from './debian-root.ts';
import { installOdoo } from './odoo-folder.ts';
import { isStaff, PEOPLE, type PersonId } from './people.ts';
import type { RunningSystem, SystemPage, TicketSystem, Viewer } from './system.ts';
import { changedMs, type SeedPriority, type SeedStatus, type SeedTicket } from './tickets.ts';
import { plainTruth } from './truth.ts';
import { accountOf, viewersFor, WRITERS_ZONE } from './viewers.ts';

/** What was made: the numbers by which addresses name it. */
export interface Filled {
  project: number;
  person: number;
  tasks: number[];
}

export interface Edition {
  name: string;
  tunedOn: boolean;
  packages: readonly string[];
  from: readonly [string, ...string[]];
  /** Where its Debian has PostgreSQL's programs. */
  postgres: string;
  stars: Record<SeedPriority, string>;
  /** The words for them, in any language, on the page of whoever looks; `null`: it shows none there. */
  starWords(stars: string, side: Viewer['side']): string[] | null;
  /** The address of the task with this number; `index`: of the page among the viewer's pages. */
  taskPath(id: number, side: Viewer['side'], index: number): string;
  otherPaths(filled: Filled, side: Viewer['side']): string[];
  /** Where an answer is written on a customer's page, and what sends it. */
  reply: { text: string; send: string };
}

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

export const odoo = (edition: Edition): TicketSystem => ({
  name: edition.name,
  tunedOn: edition.tunedOn,
  tellsCustomersWhose: true,

  prepare: () => unpackWithAll(edition.name, edition.packages, ...edition.from),

  async start(): Promise<RunningSystem> {
    const viewers = viewersFor(Object.keys(LOCALES) as Language[]);
    const { url, run, stop } = await installOdoo(edition, Object.values(LOCALES));
    let seeded: readonly SeedTicket[] = [];
    let filled: Filled = { project: 0, person: 0, tasks: [] };
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
          ...{ people: [...writers, ...readers], lead: 'mara' },
          tickets: tickets.map((ticket) => planOf(ticket, edition)),
          stages: Object.values(STAGES).map(([name]) => name),
          closing: { [STAGES.solved[0]]: '1_done', [STAGES.closed[0]]: '1_canceled' },
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
        await page.goto(url + edition.taskPath(filled.tasks[ticket - 1]!, 'customer', 0));
        await page.fill(edition.reply.text, text);
        await page.click(edition.reply.send);
      },
      pagesFor: ({ side }) => [
        ...seeded.map((ticket, index): SystemPage => {
          const id = filled.tasks[index]!;
          return {
            name: `ticket ${index + 1}`,
            path: edition.taskPath(id, side, index),
            truth: truthOf(ticket, String(id), side, edition),
          };
        }),
        ...edition
          .otherPaths(filled, side)
          .map((path, index): SystemPage => ({ name: `other ${index + 1}`, path, truth: null })),
      ],
    };
  },
});

const seconds = (ms: number): number => Math.floor(ms / 1000);

const planOf = (ticket: SeedTicket, { stars }: Edition) => ({
  subject: ticket.subject,
  priority: stars[ticket.priority],
  stage: STAGES[ticket.status][0],
  owner: ticket.owner,
  changed: seconds(changedMs(ticket)),
  messages: ticket.messages.map(({ atMs, by, body, note = false }) => ({
    ...{ at: seconds(atMs), by, body, note, staff: isStaff(by) },
  })),
});

/** Its portal shows no notes. */
function truthOf(ticket: SeedTicket, id: string, side: Viewer['side'], { stars, starWords }: Edition) {
  const [shown, kind] = STAGES[ticket.status];
  return {
    ...plainTruth(ticket, [id], { notes: side === 'staff' }),
    organisation: null,
    status: { kind, shown: [shown] },
    priority: starWords(stars[ticket.priority], side),
  };
}
