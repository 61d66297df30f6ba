/** An organisation, a domain and an address may be claimed once: two claims would make every match a guess. */
import { type Problem, problem } from '../problem.ts';
import { domainOf, folded } from './claims.ts';
import type { Directory } from './directory-schema.ts';

export function doubleClaims({ customers }: Directory): Problem[] {
  const problems: Problem[] = [];
  const claimedBy = new Map<string, string>();
  for (const [index, customer] of customers.entries()) {
    const claims = [
      ...(customer.organisations ?? []).map((name) => [
        'organisations',
        name,
        `organisation ${folded(name)}`,
      ]),
      ...(customer.domains ?? []).map((name) => [
        'domains',
        name,
        `domain ${domainOf(`@${name.replace(/^@/, '')}`)}`,
      ]),
      ...(customer.addresses ?? []).map((name) => ['addresses', name, `address ${folded(name)}`]),
    ] as [string, string, string][];
    for (const [kind, claim, key] of claims) {
      const first = claimedBy.get(key);
      if (first !== undefined && first !== customer.id) {
        problems.push(
          problem('customer-claimed-twice', ['customers', index, kind], {
            claim,
            first,
            second: customer.id,
          }),
        );
      } else claimedBy.set(key, customer.id);
    }
  }
  return problems;
}
