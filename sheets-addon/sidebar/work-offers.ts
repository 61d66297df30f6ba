/** Which deliverables and methods go with an engagement's tier, of those that the sheet's lists offer. */
import { grantOf } from '#core/cadence/grants.ts';
import { type Language, type Translate, translator } from '#core/language/index.ts';
import { termOf } from '#core/language/term.ts';
import { sayClause } from '#core/response/say-derivation.ts';
import type { Grant, Tier } from '#core/rulebook/schema.ts';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { METHODS } from '#core/tracker/vocabulary.ts';

export interface WorkOffers {
  /** What goes with the tier. What people have put into the lists themselves goes with every one. */
  own: readonly string[];
  others: readonly string[];
}

/** The tier that somebody wrote into the sheet; `null` for one that is none of ours. */
export function tierCalled(name: string, written: Language): Tier | null {
  return serviceManagement.tiers.find((tier) => isSame(termOf('tier', tier, written), name)) ?? null;
}

export function deliverableOffers(
  listed: readonly string[],
  tier: Tier | null,
  written: Language,
): WorkOffers {
  return parted(listed, (name) => grantCalled(name, tier, written)?.included !== false);
}

/** The methods that the tier states for a deliverable; all of them where it states none. */
export function methodOffers(
  listed: readonly string[],
  tier: Tier | null,
  deliverable: string,
  written: Language,
): WorkOffers {
  const stated = grantCalled(deliverable, tier, written)?.delivery?.methods;
  if (!stated) return { own: listed, others: [] };
  const say = translator(written);
  const others = METHODS.filter((id) => !stated.includes(id)).map((id) => say(`method.${id}`));
  return parted(listed, (name) => !others.some((other) => isSame(other, name)));
}

export interface ChosenWork {
  tier: Tier | null;
  deliverable: string;
  method: string;
}

export interface WorkNote {
  text: string;
  /** Whether the check will find something. */
  isHint: boolean;
}

/** What the check will find where this is logged, and on what that rests. */
export function workNotes(
  { tier, deliverable, method }: ChosenWork,
  methods: readonly string[],
  written: Language,
  translate: Translate,
): WorkNote[] {
  const grant = grantCalled(deliverable, tier, written);
  if (!tier || !grant) return [];
  const named = { tier: translate(`tier.${tier.id}` as 'tier.premium'), deliverable, method };
  const found = (text: string, clause: string): WorkNote[] => [
    { text, isHint: true },
    { text: sayClause(clause, translate), isHint: false },
  ];
  if (!grant.included) return found(translate('sidebar.not-in-tier', named), grant.clause);
  if (!grant.delivery) return [{ text: translate('sidebar.method-not-stated', named), isHint: false }];
  const { own, others } = methodOffers(methods, tier, deliverable, written);
  if (!others.includes(method)) return [];
  const stated = new Intl.ListFormat(translate.language, { type: 'disjunction' }).format(own);
  const text = translate('sidebar.method-not-in-tier', { ...named, methods: stated });
  return found(text, grant.delivery.clause);
}

function grantCalled(deliverable: string, tier: Tier | null, written: Language): Grant | undefined {
  const called = serviceManagement.deliverables.find((one) =>
    isSame(termOf('deliverable', one, written), deliverable),
  );
  return tier && called ? grantOf(tier, called.id) : undefined;
}

function parted(listed: readonly string[], isOwn: (name: string) => boolean): WorkOffers {
  return { own: listed.filter(isOwn), others: listed.filter((name) => !isOwn(name)) };
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
