/** Debbugs 2.6, the bug tracker of Debian: mails through its own programs, in English alone, with no accounts. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StatusKind } from '#core/response/ticket-facts.ts';
import {
  EMAIL_DOMAIN,
  INSTALLED,
  installDebbugs,
  MODULES,
  NAME,
  PERL,
  UNPACKED,
  UNPACKED_MODULES,
} from './debbugs-folder.ts';
import { mailText } from './debbugs-mails.ts';
import { prepareInstalled, SID, unpackPackages } from './debian-packages.ts';
import { isStaff, STAFF } from './people.ts';
import type { RunningSystem, SystemPage, TicketSystem, TicketTruth } from './system.ts';
import { changedMs, type SeedPriority, type SeedStatus, type SeedTicket } from './tickets.ts';
import { plainTruth } from './truth.ts';
import { viewerOf } from './viewers.ts';

/** A bug is done or it is not; what waits for its reporter is tagged. */
const STATUSES: Record<SeedStatus, { kind: StatusKind; done: boolean; tag?: string }> = {
  new: { kind: 'open', done: false },
  open: { kind: 'open', done: false },
  pending: { kind: 'open', done: false, tag: 'moreinfo' },
  solved: { kind: 'solved', done: true },
  closed: { kind: 'solved', done: true },
};
const SEVERITIES: Record<SeedPriority, string> = { low: 'minor', normal: 'normal', high: 'grave' };
const FIRST = 1001;
/** The bug that the other ticket is a duplicate of. */
const MERGED_INTO = 1002;
const DUPLICATE: SeedTicket = {
  subject: 'Nothing in the file of invoices',
  status: 'open',
  priority: 'normal',
  owner: 'mara',
  messages: [
    {
      atMs: Date.parse('2025-03-06T08:10:00Z'),
      by: 'greta',
      body: 'The file has a heading and nothing else; a mail about it is attached.',
    },
  ],
};
const OTHER_PAGES = [
  'pkgreport.cgi?pkg=desk',
  'pkgreport.cgi?maint=support@live.example',
  'pkgreport.cgi?submitter=luis@solana.example',
  'pkgreport.cgi?owner=mara@live.example;archive=both',
  'pkgreport.cgi?severity=grave;repeatmerged=no',
  'pkgreport.cgi?tag=moreinfo',
  'pkgindex.cgi?indexon=pkg',
  'pkgindex.cgi?indexon=submitter',
  'bugreport.cgi?bug=7',
];

export const DEBBUGS: TicketSystem = {
  name: NAME,
  tunedOn: true,
  tellsCustomersWhose: true,

  async prepare() {
    const steps = [
      () => prepareInstalled(NAME, INSTALLED, [PERL]),
      () => unpackPackages(MODULES, UNPACKED_MODULES, 'bookworm main'),
      () => unpackPackages(NAME, UNPACKED, SID),
    ];
    for (const step of steps) {
      const prepared = await step();
      if ('skipped' in prepared) return prepared;
    }
    return { ok: true };
  },

  async start(): Promise<RunningSystem> {
    const root = await mkdtemp(join(tmpdir(), 'dueline-debbugs-'));
    const { url, receive, stop } = await installDebbugs(root);
    let seeded: readonly SeedTicket[] = [];
    const seedOne = async (ticket: SeedTicket, id: number) => {
      const said = spoken(ticket);
      for (const [at, { by, atMs }] of said.entries()) {
        const ends = at > 0 && at === said.length - 1 && STATUSES[ticket.status].done && isStaff(by);
        const to = at === 0 ? 'submit' : ends ? `${id}-done` : String(id);
        await receive(atMs, to, mailText({ ticket: { ...ticket, messages: said }, at, id, to }));
      }
      const orders = ordersFor(ticket, id);
      if (orders.length > 0) await receive(changedMs(ticket), 'control', orderMail(ticket, orders));
    };
    return {
      url,
      viewers: [viewerOf('staff', 'en')],
      async stop() {
        try {
          await stop();
        } finally {
          await rm(root, { recursive: true, force: true, maxRetries: 5 });
        }
      },
      async seed(tickets) {
        seeded = [...tickets, DUPLICATE];
        for (const [index, ticket] of seeded.entries()) await seedOne(ticket, FIRST + index);
      },
      async signIn() {},
      async reply(_page, ticket, text) {
        const { email, name } = STAFF.mara;
        const id = FIRST + ticket - 1;
        await receive(
          Date.now(),
          String(id),
          `From: ${name} <${email}>\nSubject: Re: Bug#${id}\n\n${text}\n`,
        );
      },
      pagesFor: () => [
        ...seeded.map(
          (ticket, index): SystemPage => ({
            name: `ticket ${index + 1}`,
            path: `/cgi-bin/bugreport.cgi?bug=${FIRST + index}`,
            truth: truthOf(ticket, FIRST + index),
          }),
        ),
        ...OTHER_PAGES.map((path): SystemPage => ({ name: path, path: `/cgi-bin/${path}`, truth: null })),
      ],
    };
  },
};

/** Debbugs has no internal notes. */
const spoken = ({ messages }: SeedTicket) => messages.filter(({ note }) => !note);

function ordersFor(ticket: SeedTicket, id: number): string[] {
  if (ticket === DUPLICATE) return [`forcemerge ${MERGED_INTO} ${id}`];
  const owner = ticket.owner && STAFF[ticket.owner];
  const { tag } = STATUSES[ticket.status];
  return [
    `severity ${id} ${SEVERITIES[ticket.priority]}`,
    ...(owner ? [`owner ${id} ${owner.name} <${owner.email}>`] : []),
    ...(tag ? [`tags ${id} + ${tag}`] : []),
  ];
}

const orderMail = (ticket: SeedTicket, orders: readonly string[]): string => {
  const { name, email } = STAFF.mara;
  const date = new Date(changedMs(ticket)).toUTCString().replace('GMT', '+0000');
  return `From: ${name} <${email}>\nTo: control@${EMAIL_DOMAIN}\nSubject: orders\nDate: ${date}\nMessage-ID: <orders-${changedMs(ticket)}@live.example>\n\n${orders.join('\n')}\nthanks\n`;
};

/** What its own page says; it takes "Re:" off the subject of a new bug. */
const truthOf = (ticket: SeedTicket, id: number): TicketTruth => ({
  ...plainTruth(ticket, [String(id)], { notes: false }),
  subject: ticket.subject.replace(/^Re: /, ''),
  organisation: null,
  status: { kind: STATUSES[ticket.status].kind, shown: null },
  priority: [SEVERITIES[ticket.priority]],
});
