/** Checks that a rulebook holds together: ids told apart, clauses and deliverables that its entries name exist. */
import { type Path, type Problem, problem } from '../problem.ts';
import type { Rulebook, Tier } from './schema.ts';

/** Every id that stands twice and every clause or deliverable that is named but not there, under `path`. */
export function checkRulebook(rulebook: Rulebook, path: Path): Problem[] {
  const problems: Problem[] = [];
  const clauses = new Set(Object.keys(rulebook.clauses));
  const deliverables = new Set(rulebook.deliverables.map(({ id }) => id));
  const needClause = (entry: string, clause: string, at: Path) => {
    if (!clauses.has(clause))
      problems.push(problem('missing-entry', [...path, ...at], { entry, kind: 'clause', id: clause }));
  };

  problems.push(
    ...doubleIds('tiers', rulebook.tiers, path),
    ...doubleIds('deliverables', rulebook.deliverables, path),
  );
  for (const [name, clause] of Object.entries(rulebook.availability.clauses)) {
    if (typeof clause === 'string') needClause('availability', clause, ['availability', 'clauses', name]);
  }
  for (const [index, tier] of rulebook.tiers.entries()) {
    for (const [at, clause] of clausesOf(tier)) needClause(tier.id, clause, ['tiers', index, ...at]);
    for (const [row, { deliverable }] of tier.grants.entries()) {
      if (deliverables.has(deliverable)) continue;
      const at = [...path, 'tiers', index, 'grants', row, 'deliverable'];
      problems.push(problem('missing-entry', at, { entry: tier.id, kind: 'deliverable', id: deliverable }));
    }
  }
  return problems;
}

function clausesOf(tier: Tier): [Path, string][] {
  const { weeklyCall, contacts, casesInHand, weeklyHours } = tier.scope ?? {};
  const limits = { weeklyCall, contacts, casesInHand, weeklyHours };
  return [
    [['purchase', 'clause'], tier.purchase.clause],
    [['target', 'clause'], tier.target.clause],
    ...tier.grants.flatMap((grant, row): [Path, string][] => [
      [['grants', row, 'clause'], grant.clause],
      ...(grant.delivery
        ? [[['grants', row, 'delivery', 'clause'], grant.delivery.clause] as [Path, string]]
        : []),
    ]),
    ...Object.entries(limits).flatMap(([name, limit]): [Path, string][] =>
      limit ? [[['scope', name, 'clause'], limit.clause]] : [],
    ),
  ];
}

function doubleIds(kind: string, entries: readonly { id: string }[], path: Path): Problem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, index) => {
    if (seen.has(id)) return [problem('duplicate-id', [...path, kind, index, 'id'], { kind, id })];
    seen.add(id);
    return [];
  });
}
