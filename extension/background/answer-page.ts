/** Answers what the overlay on a page asks, and does what its user does there. */
import { browser } from 'wxt/browser';
import { translator } from '#core/language/index.ts';
import { isProblem, problem } from '#core/problem.ts';
import type { Change } from '../platform/changes.ts';
import type { Answer, PageRequest } from '../platform/messages.ts';
import { openOwnPage } from '../platform/own-page.ts';
import { siteOf } from '../platform/sites.ts';
import { acknowledge, unacknowledge } from './acknowledge.ts';
import { keepDraft } from './drafts.ts';
import { keepLook, opensHere } from './look.ts';
import { answerMappingPage } from './mapping-answers.ts';
import { isMapped } from './mappings.ts';
import { markNoAnswer, unmarkNoAnswer } from './marks.ts';
import { addCase, removeCase } from './new-case.ts';
import { setSiteZone } from './options.ts';
import { inOwnWords, readStatus } from './own-status.ts';
import { forgetPick, rememberPick } from './picks.ts';
import { push } from './push.ts';
import { bringPart, bringView } from './registration.ts';
import type { Sender } from './requests.ts';
import { answerRows } from './rows.ts';
import { refusal } from './say.ts';
import { surfaceLanguage } from './speak.ts';
import { statusWordsOf } from './status-words.ts';
import { answerTicket } from './ticket.ts';
import { logWork, startTimer, stopTimerOn, unlogWork } from './work.ts';

const DONE = { kind: 'done' } as const;

export async function answerPage(
  asked: PageRequest,
  pageUrl: string,
  sender: Sender,
  nowMs: number,
): Promise<Answer> {
  const request = await asItsUserReads(asked, pageUrl);
  const isPrivate = sender.tab?.incognito === true;
  if (request.type === 'ticket') {
    if (request.facts.mapping === undefined && (await isMapped(pageUrl))) {
      // Read anew, by the user's own mapping, before anything is shown of it.
      await bringPart(sender, 'mapped');
      const refused = problem('request-refused', [], { reason: 'mapping' });
      return refusal(refused, translator(await surfaceLanguage()));
    }
    const [given] = await Promise.all([
      answerTicket(request.facts, nowMs, isPrivate),
      request.view ? bringView(sender, await opensHere(pageUrl)) : undefined,
    ]);
    return given;
  }
  if (request.type === 'bring') {
    if (request.part !== 'mapped' || (await isMapped(pageUrl))) await bringPart(sender, request.part);
    return DONE;
  }
  if (request.type === 'mapping' || request.type === 'map' || request.type === 'map-status')
    return answerMappingPage(request, pageUrl);
  // Where an overlay of a private window stands is forgotten with it; to hide it on a site is said for good.
  if (request.type === 'keep' && isPrivate && request.look.hidden === undefined) return DONE;
  if (request.type === 'draft' && isPrivate) return DONE;
  if (request.type === 'rows') return answerRows(request.rows, pageUrl, nowMs);
  const failed = await CHANGES[request.type](request as never, pageUrl, nowMs);
  if (isProblem(failed)) return refusal(failed, translator(await surfaceLanguage()));
  if (changesAnswers(request)) await push({ type: 'changed' });
  return DONE;
}

/** Statuses in the words that the user has given a meaning for the site; a list and its tickets say the same. */
async function asItsUserReads(request: PageRequest, pageUrl: string): Promise<PageRequest> {
  if (!('facts' in request || 'rows' in request)) return request;
  const words = await statusWordsOf(pageUrl);
  if (words.length === 0) return request;
  if ('facts' in request) return { ...request, facts: inOwnWords(request.facts, words) };
  const rows = request.rows.map((row) => ({ ...row, status: readStatus(row.status, words) }));
  return { ...request, rows };
}

/** What comes of a change is a problem, or nothing. */
type Do<C extends Change> = (change: C, pageUrl: string, nowMs: number) => Promise<unknown>;

const CHANGES: { [T in Change['type']]: Do<Extract<Change, { type: T }>> } = {
  acknowledge: (change, _pageUrl, nowMs) => acknowledge(change, nowMs),
  'add-case': (change, _pageUrl, nowMs) => addCase(change, nowMs),
  draft: ({ facts, note, draft }) => keepDraft(facts.url, note, draft),
  'answer-needed': (change, _pageUrl, nowMs) => unmarkNoAnswer(change, nowMs),
  keep: ({ look }, pageUrl) => keepLook(pageUrl, look),
  log: (change, _pageUrl, nowMs) => logWork(change, nowMs),
  'no-answer': (change, _pageUrl, nowMs) => markNoAnswer(change, nowMs),
  'open-options': ({ part }) =>
    part ? openOwnPage(`options.html#${part}`) : browser.runtime.openOptionsPage(),
  pick: ({ engagement, scope, facts }, _pageUrl, nowMs) =>
    rememberPick({ engagement, scope, atMs: nowMs }, facts),
  'remove-case': removeCase,
  'set-zone': ({ zone }, pageUrl) => setSiteZone(siteOf(pageUrl) ?? '', zone),
  'start-timer': (change, _pageUrl, nowMs) => startTimer(change, nowMs),
  'stop-timer': ({ keep }, pageUrl, nowMs) => stopTimerOn(pageUrl, keep, nowMs),
  unacknowledge: (change, _pageUrl, nowMs) => unacknowledge(change, nowMs),
  unlog: unlogWork,
  unpick: ({ facts }) => forgetPick(facts),
};

/** Where an overlay stands, whether it is folded, and what is being typed into it, is its own page's affair. */
function changesAnswers(change: Change): boolean {
  if (change.type === 'keep') return change.look.hidden !== undefined;
  return change.type !== 'open-options' && change.type !== 'draft';
}
