/** Rule `ticket-claims`: a ticket that is listed as a case of several engagements, so that every match is asked. */
import { claimIndexOf } from '../engagement/claim-index.ts';
import type { Case } from '../engagement/schema.ts';
import type { Finding, ScopeRule } from './finding.ts';
import { aboutEngagement, caseRow } from './parts/about.ts';

export const ticketClaims: ScopeRule = {
  id: 'ticket-claims',
  check(book) {
    return [...claimIndexOf(book).casesOfLink.values()].flatMap((cases) => {
      if (cases.length === 1) return [];
      const engagements = [...new Set(cases.map(({ engagement }) => engagement))];
      return engagements.flatMap((own) =>
        engagements.filter((other) => other !== own).map((other) => finding(own, other, cases)),
      );
    });
  },
};

function finding(own: string, other: string, cases: readonly Case[]): Finding {
  const rows = cases.filter(({ engagement }) => engagement === own || engagement === other);
  return {
    rule: 'ticket-claims',
    message: 'ticket-claimed',
    severity: 'warning',
    subject: aboutEngagement(own),
    rests: { kind: 'reading', reading: 'ticket-claims' },
    values: { ticket: rows[0]!.link!, engagement: other },
    rows: rows.map(caseRow),
    since: null,
    steps: [],
    readings: [],
  };
}
