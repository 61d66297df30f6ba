/** Znuny 6.5: a help desk with agents and a portal of its own for customers; tickets through its own Perl modules. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '#core/language/index.ts';
import type { StatusKind } from '#core/response/ticket-facts.ts';
import { BACKPORTS_NON_FREE, prepareInstalled, unpackPackages } from './debian-packages.ts';
import { CUSTOMERS, isStaff, PEOPLE, type SeedPerson, STAFF } from './people.ts';
import { answersAt, runToEnd } from './processes.ts';
import type { RunningSystem, SystemPage, TicketSystem, TicketTruth, Viewer } from './system.ts';
import { changedMs, type SeedPriority, type SeedStatus, type SeedTicket } from './tickets.ts';
import { plainTruth } from './truth.ts';
import { accountOf, viewersFor, WRITERS_ZONE } from './viewers.ts';
import {
  installZnuny,
  ZNUNY as NAME,
  PERL,
  serveZnuny,
  ZNUNY_FILES,
  ZNUNY_PACKAGES,
} from './znuny-folder.ts';

const LANGUAGES: Language[] = ['de', 'en', 'es', 'it', 'ko', 'zh-CN'];
const STATES: Record<SeedStatus, [string, StatusKind]> = {
  new: ['new', 'open'],
  open: ['open', 'open'],
  pending: ['pending reminder', 'pending'],
  solved: ['closed successful', 'closed'],
  closed: ['closed unsuccessful', 'closed'],
};
const PRIORITIES: Record<SeedPriority, string> = { low: '2 low', normal: '3 normal', high: '4 high' };
const QUEUE = 'Support <support@live.example>';

const AGENT_PAGES = [
  'AgentDashboard',
  'AgentTicketQueue;QueueID=4',
  'AgentTicketStatusView',
  'AgentTicketSearch;Subaction=Search;Title=*',
  'AgentTicketPhone',
  'AgentPreferences',
  'AgentStatistics;Subaction=Overview',
  'AgentCustomerInformationCenter',
];
const CUSTOMER_PAGES = [
  'CustomerTicketOverview',
  'CustomerTicketMessage',
  'CustomerPreferences',
  'CustomerTicketSearch',
];

interface SetUp {
  tickets: { id: string; number: string }[];
  words: Record<string, Record<string, string>>;
}

export const ZNUNY: TicketSystem = {
  name: NAME,
  tunedOn: true,
  tellsCustomersWhose: false,

  async prepare() {
    const prepared = await prepareInstalled(NAME, ZNUNY_PACKAGES, ZNUNY_FILES);
    return 'skipped' in prepared ? prepared : unpackPackages(NAME, ['otrs2'], BACKPORTS_NON_FREE);
  },

  async start(): Promise<RunningSystem> {
    const root = await mkdtemp(join(tmpdir(), 'dueline-znuny-'));
    const viewers = viewersFor(LANGUAGES);
    const folder = await installZnuny(root);
    const { server, url } = await serveZnuny(folder);
    const stop = async () => {
      await server.stop();
      await folder.database.stop();
      await rm(root, { recursive: true, force: true, maxRetries: 5 });
    };
    await server.answers(answersAt(`${url}/index.pl`)).catch(async (error) => {
      await stop();
      throw error;
    });
    let seeded: readonly SeedTicket[] = [];
    let setUp: SetUp = { tickets: [], words: {} };
    const program = ({ side }: Pick<Viewer, 'side'>) => (side === 'staff' ? 'index.pl' : 'customer.pl');
    const zoom = (at: number) => `/index.pl?Action=AgentTicketZoom;TicketID=${setUp.tickets[at]!.id}`;
    return {
      url,
      viewers,
      stop,
      async seed(tickets) {
        seeded = tickets;
        const out = await runToEnd(PERL, [`-I${folder.home}`, join(import.meta.dirname, 'znuny-setup.pl')], {
          env: folder.env,
          cwd: folder.home,
          input: JSON.stringify({ ...people(viewers), tickets: tickets.map(planOf), ...wordsOf(viewers) }),
        });
        setUp = JSON.parse(out.trim().split('\n').at(-1)!) as SetUp;
      },
      async signIn(page, { login, password }) {
        const side = viewers.find((each) => each.login === login)?.side ?? 'staff';
        await page.goto(`${url}/${program({ side })}`);
        await page.fill('#User', login);
        await page.fill('#Password', password);
        await page.click('#LoginButton, button[type=submit]');
        await page.waitForURL(({ search }) => search.includes('Action=') || search === '');
      },
      async reply(page, ticket, text) {
        const { id } = setUp.tickets[ticket - 1]!;
        await page.goto(`${url}/index.pl?Action=AgentTicketNote;TicketID=${id}`);
        await page.fill('#Subject', 'Answer');
        await page.fill('#RichText', text);
        await page.click('#IsVisibleForCustomer');
        await page.click('#submitRichText');
        await page.waitForURL(({ search }) => !search.includes('AgentTicketNote'));
        await page.goto(url + zoom(ticket - 1));
      },
      pagesFor: (viewer) => [
        ...seeded.map(
          (ticket, index): SystemPage => ({
            name: `ticket ${index + 1}`,
            path:
              viewer.side === 'staff'
                ? zoom(index)
                : `/customer.pl?Action=CustomerTicketZoom;TicketNumber=${setUp.tickets[index]!.number}`,
            truth: truthOf(
              ticket,
              setUp.tickets[index]!,
              viewer,
              setUp.words[inZnuny(viewer.language)] ?? {},
            ),
          }),
        ),
        ...(viewer.side === 'staff' ? AGENT_PAGES : CUSTOMER_PAGES).map(
          (action): SystemPage => ({
            name: action,
            path: `/${program(viewer)}?Action=${action}`,
            truth: null,
          }),
        ),
      ],
    };
  },
};

const inZnuny = (language: Language): string => language.replace('-', '_');

function wordsOf(viewers: readonly Viewer[]) {
  return {
    languages: [...new Set(viewers.map(({ language }) => inZnuny(language)))],
    words: [...Object.values(STATES).map(([state]) => state), ...Object.values(PRIORITIES)],
  };
}

function people(viewers: readonly Viewer[]) {
  const named = (name: string) => {
    const at = name.indexOf(' ');
    return { first: name.slice(0, at), last: name.slice(at + 1) };
  };
  const writer = ({ id, name, email, organisation }: SeedPerson) => ({
    ...{ login: id, email, organisation, ...named(name), language: 'en', zone: WRITERS_ZONE },
    password: accountOf(id as keyof typeof STAFF).password,
  });
  const organisations = [...new Set(Object.values(CUSTOMERS).map(({ organisation }) => organisation!))];
  const viewer = (each: Viewer) => ({ ...each, ...named(each.name), language: inZnuny(each.language) });
  return {
    organisations: [...organisations, 'Viewers'],
    staff: [
      ...Object.values(STAFF).map(writer),
      ...viewers.filter(({ side }) => side === 'staff').map(viewer),
    ],
    customers: [
      ...Object.values(CUSTOMERS).map(writer),
      ...viewers
        .filter(({ side }) => side === 'customer')
        .map((each) => ({ ...viewer(each), organisation: 'Viewers', sees: organisations })),
    ],
  };
}

const seconds = (ms: number): number => Math.floor(ms / 1000);

function planOf(ticket: SeedTicket) {
  const requester = PEOPLE[ticket.messages[0]!.by]!;
  return {
    subject: ticket.subject,
    organisation: requester.organisation,
    requester: requester.id,
    priority: PRIORITIES[ticket.priority],
    state: STATES[ticket.status][0],
    owner: ticket.owner,
    changed: seconds(changedMs(ticket)),
    messages: ticket.messages.map(({ atMs, by, body, note }) => {
      const { name, email } = PEOPLE[by]!;
      const person = `"${name}" <${email}>`;
      const staff = isStaff(by);
      return {
        ...{ at: seconds(atMs), by, body, note: note ?? false, staff, from: person },
        to: staff ? `"${requester.name}" <${requester.email}>` : QUEUE,
      };
    }),
  };
}

function truthOf(
  ticket: SeedTicket,
  { id, number }: SetUp['tickets'][number],
  { side }: Viewer,
  words: Record<string, string>,
): TicketTruth {
  const [state, kind] = STATES[ticket.status];
  const said = (word: string) => [...new Set([word, words[word] ?? word])];
  const plain = plainTruth(ticket, [number, id], { notes: side === 'staff' });
  return {
    ...plain,
    // The portal names no organisation, and shows when the ticket was created as its first message's time alone.
    ...(side === 'customer' && { organisation: null, createdMs: null }),
    // A ticket that nobody has taken is its first account's.
    assignee:
      side === 'customer' ? null : (plain.assignee ?? ['Admin Znuny', 'root@localhost', 'Admin OTRS']),
    status: { kind, shown: said(state) },
    priority: said(PRIORITIES[ticket.priority]),
  };
}
