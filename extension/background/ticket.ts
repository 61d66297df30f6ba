/** Answers what a content script asks about its ticket. */
import { translator } from '#core/language/index.ts';
import { sayProblem } from '#core/language/say-problem.ts';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import { verdictOf } from '#core/response/verdict-of.ts';
import { checkEngagement } from '#core/scope/check.ts';
import { MINUTE_MS } from '#core/time/units.ts';
import type { HandNotes } from '#core/tracker/hand-notes.ts';
import type { NoDirectoryAnswer, TicketAnswer } from '../platform/messages.ts';
import { personItem } from '../state/settings.ts';
import { trackersItem } from '../state/trackers.ts';
import { currentDirectory } from './directory.ts';
import { draftsOn } from './drafts.ts';
import { siteSettings } from './look.ts';
import { rememberLook } from './looked.ts';
import { canUnmark } from './marks.ts';
import { caseView } from './new-case.ts';
import { rememberOwed } from './owed.ts';
import { pickFor } from './picks.ts';
import { sayChips, sayEntitlements, sayFindings } from './say.ts';
import { sayWhy } from './say-why.ts';
import { rememberSeen } from './seen.ts';
import { OVERLAY_WORDS, spoken, surfaceLanguage } from './speak.ts';
import { queueCounts } from './waiting.ts';
import { workOn } from './work.ts';

export async function answerTicket(
  facts: TicketFacts,
  nowMs: number,
  /** Nothing of a private window is kept. */
  isPrivate: boolean,
): Promise<TicketAnswer | NoDirectoryAnswer> {
  const [{ book, problems }, language, pick, site] = await Promise.all([
    currentDirectory(),
    surfaceLanguage(),
    pickFor(facts),
    siteSettings(facts.url),
  ]);
  const translate = translator(language);
  if (book === null) {
    const [first] = problems;
    const problem = first ? sayProblem(first, translate) : null;
    return { kind: 'no-directory', problem, ...spoken(language, OVERLAY_WORDS), site };
  }
  const verdict = verdictOf(facts, book, { nowMs, language, picked: pick?.engagement });
  if (!isPrivate) {
    const kept = await Promise.allSettled([
      rememberLook(facts, nowMs),
      rememberOwed(facts, verdict),
      rememberSeen(facts.url, verdict.engagement?.id ?? null),
    ]);
    // A storage that is full keeps nothing more; the answer is owed all the same.
    for (const one of kept) if (one.status === 'rejected') console.error(one.reason);
  }
  const engagement = verdict.engagement && book.engagements.get(verdict.engagement.id);
  const { match } = verdict;
  const dismissed = verdict.current?.dismissed ?? null;
  const isPicked = match.kind === 'matched' ? match.by === 'picked' : pick?.engagement === null;
  return {
    kind: 'verdict',
    verdict,
    why: sayWhy(verdict, book, translate),
    entitlements: sayEntitlements(verdict.entitlements, book, translate),
    chips: sayChips(verdict.scope, book, translate),
    findings: engagement
      ? sayFindings(checkEngagement(book, engagement, { nowMs }), book, translate, await notesInTrackers())
      : { shown: [], more: 0 },
    work: engagement ? await workOn(facts, book, engagement, { nowMs, language }) : null,
    drafts: await draftsOn(facts.url),
    queue: await queueCounts(),
    person: await personItem.getValue(),
    case: await caseView(facts, book),
    dismissedHere: dismissed !== null && (await canUnmark(facts, verdict.current?.received?.[0])),
    picked: isPicked ? (pick?.scope ?? null) : null,
    dueSoonMs: book.rulebook.readings.dueSoonMinutes * MINUTE_MS,
    site,
    ...spoken(language, OVERLAY_WORDS),
  };
}

async function notesInTrackers(): Promise<HandNotes> {
  const trackers = Object.values(await trackersItem.getValue());
  return Object.assign({}, ...trackers.map(({ notes }) => notes)) as HandNotes;
}
