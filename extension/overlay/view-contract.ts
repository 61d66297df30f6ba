/**
 * Between the content script, which runs on every page of a site, and the view, which comes only once there is a
 * ticket to show. Both run in the extension's own world of the page, where the page sees neither.
 */
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { NoDirectoryAnswer, PickScope, TicketAnswer } from '../platform/messages.ts';
import type { Session } from './session.ts';

/** An answer together with the facts that it was given for. */
export interface Shown {
  facts: TicketFacts;
  answer: TicketAnswer | NoDirectoryAnswer;
}

export interface View {
  /** The one element that is added to the page. */
  readonly element: Element;
  show(shown: Shown): void;
  /** Takes the overlay off the page; `show` brings it back. */
  hide(): void;
}

/** What the view needs of its session. */
export interface ViewActions {
  fold(folded: boolean): void;
  pick(facts: TicketFacts, engagement: string, scope: PickScope): void;
  unpick(facts: TicketFacts): void;
  openOptions(): void;
  /** What is shown has grown old, or time has moved it into another state. */
  askAgain(): void;
  /** `false` once the extension is gone from under the page; the session has then ended. */
  alive(): boolean;
}

export type MakeView = (actions: ViewActions, signal: AbortSignal) => View;

const SESSION = Symbol.for('dueline.session');
const VIEW = Symbol.for('dueline.view');

interface World {
  [SESSION]?: Session | undefined;
  [VIEW]?: MakeView;
}

/** Our own world of the page: a second run of a script finds here what the first one left. */
export const world = {
  get session(): Session | undefined {
    return (globalThis as World)[SESSION];
  },
  set session(session: Session | undefined) {
    (globalThis as World)[SESSION] = session;
  },
  get makeView(): MakeView | undefined {
    return (globalThis as World)[VIEW];
  },
  set makeView(make: MakeView) {
    (globalThis as World)[VIEW] = make;
  },
};
