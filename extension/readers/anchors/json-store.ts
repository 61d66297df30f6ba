/** Asks a ticket's own system for it as data: few calls, never twice for the same state of the page. */
import type { SiteReader } from '../sites/site-reader.ts';
import type { JsonTicket } from './json.ts';

export interface JsonStoreOptions {
  /** Of the page's own origin, with its session. */
  fetch: (path: string) => Promise<{ ok: boolean; json: () => Promise<unknown> }>;
  clock: () => number;
  /** Something new has come. */
  changed: () => void;
}

/** A ticket that changes all the time is asked for no more often. */
const REST_MS = 5_000;
/** After a refusal the system is left alone. */
const REFUSED_MS = 10 * 60_000;
/** In one life of a page. */
const MOST_CALLS = 200;
const MOST_KEPT = 20;

interface Kept {
  /** What the page showed when the system was asked. */
  shown: string;
  ticket: JsonTicket | null;
  restsUntilMs: number;
}

export class JsonStore {
  readonly #options: JsonStoreOptions;
  readonly #kept = new Map<string, Kept>();
  /** Systems without what only some of their kind have. */
  readonly #bare = new Set<string>();
  #calls = 0;

  constructor(options: JsonStoreOptions) {
    this.#options = options;
  }

  /** What is known of a ticket; asks for it where the page shows something new. `null`: nothing yet. */
  ticket(site: SiteReader, id: string, shown: string): JsonTicket | null {
    const key = `${site.id} ${id}`;
    const kept = this.#kept.get(key);
    if (kept?.shown === shown) return kept.ticket;
    if (!kept || this.#options.clock() >= kept.restsUntilMs) this.#ask(site, id, key, shown);
    return kept?.ticket ?? null;
  }

  #ask(site: SiteReader, id: string, key: string, shown: string): void {
    const paths = site.json?.paths(id) ?? [];
    const more = this.#bare.has(site.id) ? [] : (site.json?.more?.(id) ?? []);
    const calls = paths.length + more.length;
    if (this.#calls + calls > MOST_CALLS) return;
    this.#calls += calls;
    const ticket = this.#kept.get(key)?.ticket ?? null;
    this.#keep(key, { shown, ticket, restsUntilMs: this.#options.clock() + REST_MS });
    const asked = paths.map((path) => this.#answerAt(path));
    Promise.all([...asked, ...more.map((path) => this.#extraAt(path, site))]).then(
      (answers) => {
        this.#keep(key, {
          shown,
          ticket: site.json!.read(answers),
          restsUntilMs: this.#options.clock() + REST_MS,
        });
        this.#options.changed();
      },
      (error: unknown) => {
        // Signed out, not allowed, or no such interface: the page itself is read all the same.
        console.debug(error);
        this.#keep(key, { shown, ticket, restsUntilMs: this.#options.clock() + REFUSED_MS });
      },
    );
  }

  async #answerAt(path: string): Promise<unknown> {
    const answer = await this.#options.fetch(path);
    if (!answer.ok) throw new Error(`${path} was refused.`);
    return answer.json();
  }

  async #extraAt(path: string, { id }: SiteReader): Promise<unknown> {
    try {
      return await this.#answerAt(path);
    } catch (error) {
      console.debug(error);
      this.#bare.add(id);
      return null;
    }
  }

  #keep(key: string, kept: Kept): void {
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }
}
