/** A ticket, an organisation, a domain and an address may be claimed once: two claims would make every match a guess. */
import { type Problem, problem } from '../problem.ts';
import { domainOf, folded, ticketKey } from './claims.ts';
import type { Directory } from './directory-schema.ts';
import type { Customer } from './schema.ts';

export function doubleClaims(directory: Directory): Problem[] {
  return [...doubleCustomerClaims(directory.customers), ...doubleTicketClaims(directory)];
}

function doubleCustomerClaims(customers: readonly Customer[]): Problem[] {
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

function doubleTicketClaims(directory: Directory): Problem[] {
  const problems: Problem[] = [];
  const claimedBy = new Map<string, { engagement: string }>();
  for (const [index, entry] of (directory.cases ?? []).entries()) {
    if (entry.link === undefined || entry.link.trim() === '') continue;
    const key = ticketKey(entry.link);
    const first = claimedBy.get(key);
    if (first && first.engagement !== entry.engagement) {
      problems.push(
        problem('ticket-claimed-twice', ['cases', index, 'link'], {
          ticket: entry.link,
          first: first.engagement,
          second: entry.engagement,
        }),
      );
    } else claimedBy.set(key, entry);
  }
  return problems;
}
