/** Whups 3: Horde's tickets, put in through its own PHP interface; Debian 12 packages it. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '#core/language/index.ts';
import type { StatusKind } from '#core/response/ticket-facts.ts';
import { prepareInstalled } from './debian-packages.ts';
import { PEOPLE, type PersonId, STAFF } from './people.ts';
import { clockAt, clockEnv, runToEnd, servingFrom } from './processes.ts';
import type { RunningSystem, SystemPage, TicketSystem } from './system.ts';
import { changedMs, type SeedPriority, type SeedStatus, type SeedTicket } from './tickets.ts';
import { plainTruth } from './truth.ts';
import { accountOf, viewersFor, WRITERS_ZONE } from './viewers.ts';
import { installWhups, PHP, serveWhups, WHUPS_FILES, WHUPS_PACKAGES } from './whups-folder.ts';

const LOCALES: Partial<Record<Language, string>> = {
  de: 'de_DE',
  en: 'en_US',
  es: 'es_ES',
  it: 'it_IT',
  'zh-CN': 'zh_CN',
};
/** A state is named by whoever sets the desk up; its category is the system's own. */
const STATUSES: Record<SeedStatus, { name: string; category: string; kind: StatusKind }> = {
  new: { name: 'New', category: 'new', kind: 'open' },
  open: { name: 'Assigned', category: 'assigned', kind: 'open' },
  pending: { name: 'Feedback', category: 'assigned', kind: 'pending' },
  solved: { name: 'Resolved', category: 'resolved', kind: 'solved' },
  closed: { name: 'Rejected', category: 'resolved', kind: 'closed' },
};
const PRIORITIES: Record<SeedPriority, string> = { low: '1. Low', normal: '2. Medium', high: '3. High' };
const OTHER_PAGES = [
  '/whups/mybugs.php',
  '/whups/search.php',
  '/whups/reports.php',
  '/whups/queue/?id=1',
  '/services/prefs.php?app=whups',
  '/services/portal/',
];

export const WHUPS: TicketSystem = {
  name: 'Whups 3',
  tunedOn: true,
  tellsCustomersWhose: true,

  prepare: () => prepareInstalled('Whups 3', WHUPS_PACKAGES, WHUPS_FILES),

  async start(): Promise<RunningSystem> {
    const root = await mkdtemp(join(tmpdir(), 'dueline-whups-'));
    const viewers = viewersFor(Object.keys(LOCALES) as Language[]);
    const folder = await installWhups(root, Object.values(LOCALES));
    const server = serveWhups(folder);
    const url = `http://127.0.0.1:${folder.port}`;
    const stop = await servingFrom(root, server, `${url}/login.php`);
    let seeded: readonly SeedTicket[] = [];
    let ids: number[] = [];
    const writers = Object.values(PEOPLE).map(({ id, name, email }) => ({
      ...{ login: id, name, email, password: accountOf(id as PersonId).password },
      ...{ locale: 'en_US', zone: WRITERS_ZONE },
    }));
    return {
      url,
      viewers,
      stop,
      async seed(tickets) {
        seeded = tickets;
        const clock = join(root, 'clock');
        await writeFile(clock, clockAt(Date.now()));
        const out = await runToEnd(PHP, [...folder.options, join(import.meta.dirname, 'whups-setup.php')], {
          env: { ...folder.env, ...clockEnv(clock) },
          cwd: folder.home,
          input: JSON.stringify({
            ...{ folder: folder.home, clock, staff: Object.keys(STAFF) },
            states: Object.values(STATUSES),
            priorities: Object.values(PRIORITIES),
            people: [...writers, ...viewers.map((each) => ({ ...each, locale: LOCALES[each.language] }))],
            tickets: tickets.map(planOf),
          }),
        });
        ids = JSON.parse(out.trim().split('\n').at(-1)!) as number[];
      },
      async signIn(page, { login, password }) {
        await page.goto(`${url}/login.php`);
        await page.fill('#horde_user', login);
        await page.fill('#horde_pass', password);
        await page.press('#horde_pass', 'Enter');
        await page.waitForURL(({ pathname }) => !pathname.endsWith('/login.php'));
      },
      // Its form for an answer does not run on Debian 12's PHP.
      reply: () => Promise.reject(new Error('Whups takes no answer here.')),
      pagesFor: () => [
        ...seeded.map(
          (ticket, index): SystemPage => ({
            name: `ticket ${index + 1}`,
            path: `/whups/ticket/?id=${ids[index]}`,
            truth: truthOf(ticket, String(ids[index])),
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
  priority: PRIORITIES[ticket.priority],
  state: STATUSES[ticket.status].name,
  owner: ticket.owner,
  changed: seconds(changedMs(ticket)),
  // Its comments for some groups alone are no notes of staff's.
  messages: ticket.messages
    .filter(({ note }) => !note)
    .map(({ atMs, by, body }) => ({ at: seconds(atMs), by, body })),
});

function truthOf(ticket: SeedTicket, id: string) {
  const plain = plainTruth(ticket, [id], { notes: false });
  const { name, kind } = STATUSES[ticket.status];
  // Addresses are shown so that robots do not find them: "mara (at)".
  const shown = (names: string[]) => [...names, `${names[1]} (at)`];
  return {
    ...plain,
    requester: plain.requester && shown(plain.requester),
    assignee: plain.assignee && shown(plain.assignee),
    messages: plain.messages.map((each) => ({ ...each, authors: shown(each.authors) })),
    organisation: null,
    status: { kind, shown: [name] },
    priority: [PRIORITIES[ticket.priority]],
  };
}
