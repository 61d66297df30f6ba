/** Request Tracker 5 and 4: mails through the gateway, properties through the REST interface. */
import { existsSync, readFileSync } from 'node:fs';
import type { Language } from '#core/language/index.ts';
import type { StatusKind } from '#core/response/ticket-facts.ts';
import type { Version } from '../find-request-tracker.ts';
import { prepareRequestTracker } from '../prepare-request-tracker.ts';
import { startRequestTracker } from '../request-tracker.ts';
import { PEOPLE, type PersonId, STAFF } from './people.ts';
import type { RunningSystem, SystemPage, TicketSystem, TicketTruth, Viewer } from './system.ts';
import { changedMs, type SeedPriority, type SeedStatus, type SeedTicket } from './tickets.ts';
import { plainTruth } from './truth.ts';
import { accountOf, viewersFor, WRITERS_ZONE } from './viewers.ts';

const LANGUAGES: Language[] = ['de', 'en', 'es', 'it', 'zh-CN'];

const STATUSES: Record<SeedStatus, [string, StatusKind]> = {
  new: ['new', 'open'],
  open: ['open', 'open'],
  pending: ['stalled', 'pending'],
  solved: ['resolved', 'solved'],
  closed: ['rejected', 'closed'],
};
/** Version 4 shows the number. */
const PRIORITIES: Record<SeedPriority, [number, string]> = {
  low: [0, 'Low'],
  normal: [50, 'Medium'],
  high: [100, 'High'],
};
const OTHER_PAGES = [
  '/',
  '/Search/Results.html?Query=id%3E0',
  '/Search/Build.html?NewQuery=1',
  '/Search/Simple.html?q=license',
  '/Prefs/AboutMe.html',
  '/Ticket/Create.html?Queue=1',
  '/Dashboards/index.html',
  '/Admin/Users/index.html',
  '/Tools/MyDay.html',
];

const SELF_SERVICE_PAGES = [
  '/SelfService/',
  '/SelfService/Closed.html',
  '/SelfService/Create.html?Queue=1',
  '/SelfService/Prefs.html',
];

/** Request Tracker's own words, from its message catalogue. */
function translated(word: string, language: Language, version: Version): string[] {
  const file = `/usr/share/request-tracker${version}/po/${language.replace('-', '_')}.po`;
  if (!existsSync(file)) return [word];
  const found = new RegExp(`^msgid "${word}"\\nmsgstr "([^"]+)"`, 'm').exec(readFileSync(file, 'utf8'));
  return found ? [found[1]!, word] : [word];
}

const trackerOf = (version: Version, tunedOn: boolean): TicketSystem => ({
  name: `Request Tracker ${version}`,
  tunedOn,
  tellsCustomersWhose: false,

  async prepare() {
    const wrong = await prepareRequestTracker(version);
    return wrong ? { skipped: wrong } : { ok: true };
  },

  async start(): Promise<RunningSystem> {
    const viewers = viewersFor(LANGUAGES);
    const writers = Object.values(STAFF).map(({ id, name, email }) => ({
      ...accountOf(id as PersonId),
      ...{ name, email, language: 'en', zone: WRITERS_ZONE },
    }));
    const readers = viewers.map((each) => ({ ...each, isCustomer: each.side === 'customer' }));
    const tracker = await startRequestTracker([...writers, ...readers], version);
    let seeded: readonly SeedTicket[] = [];
    return {
      url: tracker.url,
      viewers,
      stop: () => tracker.stop(),
      async seed(tickets) {
        seeded = tickets;
        for (const [index, ticket] of tickets.entries()) {
          const id = index + 1;
          for (const [at, { by, atMs, body, note }] of ticket.messages.entries()) {
            const { name, email } = PEOPLE[by]!;
            await tracker.receive({
              atMs,
              from: `${name} <${email}>`,
              subject: at === 0 ? ticket.subject : `Re: [live.example #${id}] ${ticket.subject}`,
              body,
              action: note ? 'comment' : 'correspond',
            });
          }
          await tracker.setClock(changedMs(ticket));
          await CHANGES[version](tracker.url, id, ticket);
        }
        await tracker.releaseClock();
      },
      async signIn(page, { login, password }) {
        await page.goto(tracker.url);
        await page.fill('input[name=user]', login);
        await page.fill('input[name=pass]', password);
        await page.press('input[name=pass]', 'Enter');
        await page.waitForURL((url) => !url.pathname.includes('Login'));
      },
      async reply(page, ticket, text) {
        await page.goto(`${tracker.url}/Ticket/Update.html?id=${ticket}&Action=Respond`);
        await page.fill('textarea[name=UpdateContent]', text);
        await page.click('input[name=SubmitTicket]');
        await page.waitForURL(({ pathname }) => pathname === '/Ticket/Display.html');
      },
      pagesFor: (viewer) => [
        ...seeded.map(
          (ticket, index): SystemPage => ({
            name: `ticket ${index + 1}`,
            path: `/${viewer.side === 'staff' ? 'Ticket' : 'SelfService'}/Display.html?id=${index + 1}`,
            truth: truthOf(ticket, index + 1, viewer, version),
          }),
        ),
        ...(viewer.side === 'staff' ? OTHER_PAGES : SELF_SERVICE_PAGES).map(
          (path): SystemPage => ({ name: path, path, truth: null }),
        ),
      ],
    };
  },
});

export const REQUEST_TRACKER = trackerOf(5, true);
export const REQUEST_TRACKER_4 = trackerOf(4, true);

const CHANGES = { 4: changeByForms, 5: change };

/** The interface of version 4: lines of a form. It says nothing where nothing is new, and is content with anything. */
async function changeByForms(
  url: string,
  id: number,
  { status, priority, owner }: SeedTicket,
): Promise<void> {
  const { login, password } = accountOf('mara');
  const lines = [
    `Status: ${STATUSES[status][0]}`,
    `Priority: ${PRIORITIES[priority][0]}`,
    ...(owner ? [`Owner: ${owner}`] : []),
  ];
  const response = await fetch(`${url}/REST/1.0/ticket/${id}/edit`, {
    method: 'POST',
    body: new URLSearchParams({ user: login, pass: password, content: lines.join('\n') }),
  });
  const said = await response.text();
  if (said && !said.includes(`# Ticket ${id} updated`))
    throw new Error(`Request Tracker 4 refused ${id}: ${said}`);
}

async function change(url: string, id: number, { status, priority, owner }: SeedTicket): Promise<void> {
  const mara = accountOf('mara');
  const response = await fetch(`${url}/REST/2.0/ticket/${id}`, {
    method: 'PUT',
    headers: {
      authorization: `Basic ${Buffer.from(`${mara.login}:${mara.password}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      Status: STATUSES[status][0],
      Priority: PRIORITIES[priority][0],
      ...(owner && { Owner: owner }),
    }),
  });
  if (!response.ok) throw new Error(`Request Tracker refused ${id}: ${await response.text()}`);
}

function truthOf(ticket: SeedTicket, id: number, { language, side }: Viewer, version: Version): TicketTruth {
  const [status, kind] = STATUSES[ticket.status];
  const [number, word] = PRIORITIES[ticket.priority];
  return {
    ...plainTruth(ticket, [String(id)], { notes: side === 'staff' }),
    organisation: null,
    // The customers' pages name no owner.
    ...(side === 'customer' && { assignee: null }),
    status: { kind, shown: translated(status, language, version) },
    priority: version === 4 ? [String(number)] : translated(word, language, version),
  };
}
