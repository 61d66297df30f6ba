/** The content script's life on one page: reads, asks, has the answer shown, and ends without a trace. */
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { AnswerFor, Push, Request } from '../platform/messages.ts';
import { siteOf, siteOfPattern } from '../platform/sites.ts';
import type { Steps } from '../readers/reader.ts';
import { LatestAsk } from './latest-ask.ts';
import { watchPage } from './page-watch.ts';
import { signatureOf, ticketOf } from './signature.ts';
import type { MakeView, Session, Shown, View, ViewActions } from './view-contract.ts';

/** Everything of the browser that a session needs; tests give their own. */
export interface Surroundings {
  window: Window;
  clock: () => number;
  /** `null`: there is no ticket on the page. */
  read: (zone: string | null, nowMs: number, onRoot: (root: Node) => void) => Steps<TicketFacts | null>;
  ask: <R extends Request>(request: R, left?: AbortSignal) => Promise<AnswerFor<R>>;
  onPush: (callback: (push: Push) => void, signal: AbortSignal) => void;
  /** The view, once the background has brought it into the page. */
  makeView: () => MakeView | undefined;
  /** `false` once the extension was updated or removed under the page. */
  alive: () => boolean;
}

type TicketReply = AnswerFor<{ type: 'ticket'; facts: TicketFacts; view: boolean }>;

export function startSession(around: Surroundings): Session {
  const life = new AbortController();
  const { signal } = life;
  const { window } = around;
  let view: View | null = null;
  let shown: Shown | null = null;
  let zone: string | null = null;
  let askedFor = '';
  /** Who wants to know whether the page has a ticket, once it is read. */
  let waiting: ((isTicket: boolean) => void)[] = [];

  const end = () => {
    life.abort();
    asking.cancel();
    view?.hide();
    tell(false);
  };
  const tell = (isTicket: boolean) => {
    for (const told of waiting) told(isTicket);
    waiting = [];
  };
  /** Whether there is still an extension to ask; where there is none, everything ends here. */
  const alive = () => {
    if (!signal.aborted && !around.alive()) end();
    return !signal.aborted;
  };

  const asking = new LatestAsk<TicketFacts, TicketReply>({
    send: (facts, left) => around.ask({ type: 'ticket', facts, view: around.makeView() === undefined }, left),
    receive: (answer, facts) => {
      if (!alive()) return;
      // The address may have changed without an event that has reached us yet.
      if (answer === undefined || facts.url !== window.location.href) {
        drop();
        return;
      }
      if (answer.kind === 'refused') {
        hide();
        return;
      }
      if (answer.site.zone !== zone) {
        zone = answer.site.zone;
        watch.readNow();
        return;
      }
      view ??= around.makeView()?.(actions, signal) ?? null;
      shown = { facts, answer };
      view?.show(shown);
    },
    // Nobody answers any more; a change of the page asks again.
    fail: () => {
      askedFor = '';
      alive();
    },
  });

  const hide = () => {
    shown = null;
    view?.hide();
  };
  const drop = () => {
    asking.cancel();
    askedFor = '';
    hide();
  };

  function* read(): Steps<void> {
    if (!alive()) return;
    let isTicket = false;
    try {
      const facts = yield* around.read(zone, around.clock(), watch.also);
      isTicket = facts !== null;
      if (facts === null) drop();
      else take(facts);
    } finally {
      tell(isTicket);
    }
  }
  const take = (facts: TicketFacts) => {
    if (shown !== null && ticketOf(shown.facts) !== ticketOf(facts)) hide();
    const signature = `${zone ?? ''} ${signatureOf(facts)}`;
    if (signature !== askedFor) {
      askedFor = signature;
      asking.ask(facts);
    } else if (shown !== null) {
      // The page may have thrown the overlay out.
      view?.show(shown);
    }
  };
  const again = () => {
    askedFor = '';
    const told = new Promise<boolean>((resolve) => waiting.push(resolve));
    if (alive()) watch.readNow();
    else tell(false);
    return told;
  };

  /** What changes an answer comes back as a push to every open tab, this one too. */
  const send = async (request: Request): Promise<string | null> => {
    if (!alive()) return null;
    try {
      const answer = await around.ask(request);
      return answer?.kind === 'refused' ? answer.text : null;
    } catch (error) {
      return alive() ? String(error) : null;
    }
  };
  const actions: ViewActions = {
    send,
    askAgain: again,
    alive,
  };

  around.onPush((push) => {
    if (!alive()) return;
    if (push.type === 'changed') void again();
    else if (push.type === 'toggle') view?.toggle();
    else if (push.origins.some((pattern) => siteOfPattern(pattern) === siteOf(window.location.href))) end();
  }, signal);
  const watch = watchPage({
    window,
    read,
    navigated: () => {
      asking.cancel();
      askedFor = '';
    },
    signal,
  });
  return {
    again,
    end,
    get ended() {
      return signal.aborted;
    },
  };
}
