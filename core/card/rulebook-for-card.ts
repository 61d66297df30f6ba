/** The rules that a card needs: the built-in by its name, or of an organisation's own only the tiers of the engagement. */
import type { Directory } from '../engagement/directory-schema.ts';
import type { Engagement } from '../engagement/schema.ts';
import type { Rulebook, ScopeLimits, Tier } from '../rulebook/schema.ts';

type Choice = Directory['rulebook'];

export function rulebookForCard(choice: Choice, rulebook: Rulebook, engagement: Engagement): Choice {
  if (!('own' in choice)) {
    // Only these two change what the customer is told; the others are about limits and reports.
    const { businessDay, dueSoonMinutes } = choice.readings ?? {};
    const readings = {
      ...(businessDay !== undefined && { businessDay }),
      ...(dueSoonMinutes !== undefined && { dueSoonMinutes }),
    };
    return { use: 'service-management', ...(Object.keys(readings).length > 0 && { readings }) };
  }
  return { own: ownForCard(rulebook, engagement) };
}

/** A tier may have been made for another customer, and its clauses may say so: only what is named is taken along. */
function ownForCard(rulebook: Rulebook, engagement: Engagement): Rulebook {
  const tierIds = new Set([engagement.tier, ...(engagement.changes ?? []).map(({ tier }) => tier)]);
  const tiers = rulebook.tiers.filter(({ id }) => tierIds.has(id)).map(tierForCard);
  const granted = new Set(tiers.flatMap(({ grants }) => grants.map(({ deliverable }) => deliverable)));
  const { id, version, names, availability, readings } = rulebook;
  const { hours, exceptions, weekends, language } = availability.clauses;
  const named = new Set([hours, exceptions, weekends, language, ...tiers.flatMap(clausesOf)]);
  const { businessDay, warnFromShare, dueSoonMinutes, sustainedOverrun, answeredBy } = readings;
  const { weeks, over } = sustainedOverrun;
  return {
    id,
    version,
    names,
    clauses: Object.fromEntries(
      Object.entries(rulebook.clauses)
        .filter(([clause]) => named.has(clause))
        .map(([clause, { section, subject, names }]) => [clause, { section, subject, names }]),
    ),
    deliverables: rulebook.deliverables
      .filter((entry) => granted.has(entry.id))
      .map((entry) => ({ id: entry.id, names: entry.names })),
    tiers,
    availability: {
      week: availability.week,
      language: availability.language,
      clauses: { hours, exceptions, weekends, language },
    },
    readings: {
      businessDay,
      warnFromShare,
      dueSoonMinutes,
      sustainedOverrun: { weeks, over },
      answeredBy,
    },
  };
}

function tierForCard(tier: Tier): Tier {
  const { id, names, deployment, deploymentClause, purchase, target } = tier;
  return {
    id,
    names,
    deployment,
    deploymentClause,
    purchase: { kind: purchase.kind, clause: purchase.clause },
    grants: tier.grants.map(({ deliverable, included, clause, delivery }) => ({
      deliverable,
      included,
      clause,
      delivery: delivery && {
        methods: delivery.methods,
        frequency: delivery.frequency,
        clause: delivery.clause,
      },
    })),
    target: {
      businessDays: target.businessDays,
      businessHours: target.businessHours,
      clause: target.clause,
    },
    scope: tier.scope && limitsForCard(tier.scope),
  };
}

/** The engagement's own limits. The manager's cases in hand are a matter of all customers, and stay out. */
export function limitsForCard({ weeklyCall, contacts, weeklyHours }: ScopeLimits): ScopeLimits {
  return {
    weeklyCall: weeklyCall && { clause: weeklyCall.clause },
    contacts: contacts && { limit: contacts.limit, clause: contacts.clause },
    weeklyHours: weeklyHours && { limit: weeklyHours.limit, clause: weeklyHours.clause },
  };
}

function clausesOf({ deploymentClause, purchase, target, grants, scope }: Tier): string[] {
  const { weeklyCall, contacts, weeklyHours } = scope ?? {};
  return [
    ...[weeklyCall, contacts, weeklyHours].flatMap((limit) => (limit ? [limit.clause] : [])),
    ...(deploymentClause === undefined ? [] : [deploymentClause]),
    purchase.clause,
    target.clause,
    ...grants.flatMap(({ clause, delivery }) => [clause, ...(delivery ? [delivery.clause] : [])]),
  ];
}
