/** A session on a page that is in the test's hand, with a background that answers when it says so. */
import { afterEach, beforeEach, vi } from 'vitest';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import { startSession } from '../../../extension/overlay/session.ts';
import type { Session, Shown, View } from '../../../extension/overlay/view-contract.ts';
import type { NoDirectoryAnswer, Push, Request } from '../../../extension/platform/messages.ts';
import { PageStub } from '../../support/page-stub.ts';

export const answer = (zone: string | null = null): NoDirectoryAnswer => ({
  kind: 'no-directory',
  problem: null,
  site: { zone, folded: true, hidden: false, place: null },
  language: 'en',
  words: {},
});

interface Asked {
  request: Request;
  answer: (value: unknown) => void;
  fail: (error: Error) => void;
}

export function setUp() {
  const page = new PageStub();
  vi.stubGlobal('MutationObserver', page.MutationObserver);
  const asked: Asked[] = [];
  const zonesRead: (string | null)[] = [];
  let pushed: (push: Push) => void = () => undefined;
  const state = {
    steps: [] as undefined[],
    alive: true,
    broken: false,
    ticket: true,
    shown: null as Shown | null,
    subject: 'a',
    toggled: 0,
  };
  const view: View = {
    show: (shown) => {
      state.shown = shown;
    },
    hide: () => {
      state.shown = null;
    },
    toggle: () => {
      state.toggled += 1;
    },
  };
  const makeView = vi.fn(() => view);
  const session: Session = startSession({
    window: page.window,
    clock: () => 0,
    *read(zone) {
      zonesRead.push(zone);
      yield* state.steps;
      if (state.broken) throw new Error('broken page');
      return state.ticket ? factsAt(page.location.href, state.subject) : null;
    },
    ask: (request) =>
      new Promise((resolve, reject) => {
        asked.push({ request, answer: resolve as (value: unknown) => void, fail: reject });
      }),
    onPush: (callback) => {
      pushed = callback;
    },
    makeView: () => makeView,
    alive: () => state.alive,
  });
  page.frame();
  return { page, asked, zonesRead, state, makeView, session, push: (push: Push) => pushed(push) };
}

function factsAt(url: string, subject: string): TicketFacts {
  return {
    url,
    reader: 'generic',
    language: null,
    id: { value: url.slice(url.lastIndexOf('/') + 1), source: 'url' },
    subject: { value: subject, source: 'label' },
    requester: null,
    organisation: null,
    created: null,
    status: null,
    priority: null,
    assignee: null,
    messages: [],
    earlierMessages: 0,
    unread: [],
  };
}

export const settled = async () => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

/** Called once in a test file. */
export function useFakeTime(): void {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}
