/** What every ticket system of the live tests can do: be installed, run, take tickets, and name its pages. */
import type { Language } from '#core/language/index.ts';
import type { MessageRole, StatusKind } from '#core/response/ticket-facts.ts';
import type { SeedTicket } from './tickets.ts';

export type Prepared = { ok: true } | { skipped: string };

/** A message as the system's own database has it. Messages are told apart by their instants. */
export interface MessageTruth {
  role: Exclude<MessageRole, 'automatic' | 'unknown'>;
  /** Names by which the page may show whoever wrote it. */
  authors: string[];
  atMs: number;
}

/** What a page says of its ticket, from what was put into the system; `null`: the page does not show it. */
export interface TicketTruth {
  /** Any of these is right: the number of the address may be another than the one shown. */
  ids: string[];
  subject: string;
  requester: string[] | null;
  organisation: string[] | null;
  createdMs: number | null;
  /** `shown`: the words by which the system may show it in the page's language, where we know them. */
  status: { kind: StatusKind; shown: string[] | null } | null;
  priority: string[] | null;
  /** Names by which the page may show them; `null`: nobody. */
  assignee: string[] | null;
  messages: MessageTruth[];
}

export interface SystemPage {
  name: string;
  path: string;
  /** `null`: this page shows no ticket. */
  truth: TicketTruth | null;
}

/** An account for each language; the pages show times in its zone. */
export interface Viewer {
  side: 'staff' | 'customer';
  login: string;
  password: string;
  name: string;
  email: string;
  language: Language;
  zone: string;
}

export interface RunningSystem {
  url: string;
  viewers: readonly Viewer[];
  /** Puts the tickets in through the system's own interface, each message at its instant. */
  seed(tickets: readonly SeedTicket[]): Promise<void>;
  /** Steps to sign in, for a page of a browser. */
  signIn(page: SignInPage, account: Account): Promise<void>;
  /** Answers a ticket through the form that its pages offer, as whoever is signed in. */
  reply(page: SignInPage, ticket: number, text: string): Promise<void>;
  pagesFor(viewer: Viewer): readonly SystemPage[];
  stop(): Promise<void>;
}

export type Account = Pick<Viewer, 'login' | 'password'>;

/** As much of a browser's page as signing in and answering take. */
export interface SignInPage {
  goto(url: string): Promise<unknown>;
  fill(selector: string, value: string): Promise<void>;
  press(selector: string, key: string): Promise<void>;
  click(selector: string): Promise<void>;
  waitForURL(url: (url: URL) => boolean): Promise<void>;
}

export interface TicketSystem {
  name: string;
  /** Whoever mended the generic reader has looked at its pages; at those of the others nobody has. */
  tunedOn: boolean;
  /** Do the pages that its customers see say whose ticket it is? */
  tellsCustomersWhose: boolean;
  /** Finds or installs what it needs, where we may. */
  prepare(): Promise<Prepared>;
  start(): Promise<RunningSystem>;
}
