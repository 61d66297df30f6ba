/** An engagement as people see it: names in their language, who serves next, what the tier grants. */
import { clockOf, type DirectoryBook, hoursRestOf, termsAt } from '../engagement/book.ts';
import { onDuty } from '../engagement/duty.ts';
import type { Engagement } from '../engagement/schema.ts';
import type { Terms } from '../engagement/terms.ts';
import type { Language } from '../language/index.ts';
import { termOf } from '../language/term.ts';
import { isProblem } from '../problem.ts';
import { awayDaysOf } from '../scope/parts/away.ts';
import { formatLocalDate, type LocalDate, parseLocalDate } from '../time/local-date.ts';
import type { Candidate, EngagementView, EntitlementVerdict, PersonView } from './verdict.ts';

/** Plainly one address: what follows a `?` would make a mail client add readers, a subject, a text. */
const MAIL_ADDRESS = /^[^\s@?&#%<>",;:]+@[^\s@?&#%<>",;:]+$/;

export interface ViewOptions {
  nowMs: number;
  language: Language;
}

/**
 * Who serves is asked of the moment at which the service is there, now or at its next opening. Where a backup is away
 * too, or none is named, nobody serves: `serving` is `null`.
 */
export function viewEngagement(
  book: DirectoryBook,
  engagement: Engagement,
  options: ViewOptions,
): EngagementView {
  const clock = clockOf(book, engagement);
  const today = clock.localDateOf(options.nowMs);
  const openMs = clock.openFrom(options.nowMs);
  const servedOn = isProblem(openMs) ? today : clock.localDateOf(openMs);
  const present = onDuty(book, engagement, servedOn);
  const terms = termsAt(book, engagement, options.nowMs);
  const manager = personOf(book, engagement.manager, today)!;
  const backup = personOf(book, engagement.backup ?? book.managers.get(engagement.manager)?.backup, today);
  return {
    id: engagement.id,
    customer: customerName(book, engagement),
    tier: { id: terms.tier.id, name: termOf('tier', terms.tier, options.language) },
    zone: clock.zone,
    manager,
    backup,
    serving: present === null ? null : present === manager.id ? 'manager' : 'backup',
    servingOn: servedOn === today ? null : servedOn,
    language: terms.language,
    languageRests: terms.languageRests,
    hoursRests: hoursRestOf(book, engagement),
    term: { from: engagement.from ?? null, until: engagement.until ?? null },
    target: terms.target,
    targetRests: terms.targetRests,
  };
}

/** What the tier grants, in the rulebook's order. */
export function viewEntitlements(
  book: DirectoryBook,
  terms: Terms,
  language: Language,
): EntitlementVerdict[] {
  const named = new Map(book.rulebook.deliverables.map((entry) => [entry.id, entry]));
  return terms.tier.grants.map((grant) => {
    const entry = named.get(grant.deliverable) ?? { id: grant.deliverable };
    return {
      deliverable: grant.deliverable,
      name: termOf('deliverable', entry, language),
      about: termOf('deliverableAbout', { id: entry.id, names: {} }, language, ''),
      included: grant.included,
      delivery: grant.delivery && {
        methods: [...grant.delivery.methods],
        frequency: grant.delivery.frequency,
        clause: grant.delivery.clause,
      },
      clause: grant.clause,
    };
  });
}

export function viewCandidate(book: DirectoryBook, engagement: Engagement, options: ViewOptions): Candidate {
  const { tier } = termsAt(book, engagement, options.nowMs);
  return {
    engagement: engagement.id,
    customer: customerName(book, engagement),
    tier: termOf('tier', tier, options.language),
  };
}

function customerName(book: DirectoryBook, engagement: Engagement): string {
  return book.customers.get(engagement.customer)!.name;
}

function personOf(book: DirectoryBook, id: string | undefined, today: LocalDate): PersonView | null {
  const manager = id === undefined ? undefined : book.managers.get(id);
  if (!manager) return null;
  const day = parseLocalDate(today);
  const away = awayDaysOf(book, manager.id).find(
    ({ fromDay, untilDay }) => typeof day === 'number' && fromDay <= day && day < untilDay,
  );
  return {
    id: manager.id,
    name: manager.name,
    email: manager.email !== undefined && MAIL_ADDRESS.test(manager.email) ? manager.email : null,
    away: away !== undefined,
    awayUntil: away ? formatLocalDate(away.untilDay - 1) : null,
  };
}
