/** Whom and which rows a finding is about. */
import type { Case } from '../../engagement/schema.ts';
import type { Finding, RowReference } from '../finding.ts';

export function aboutEngagement(id: string): Finding['subject'] {
  return { kind: 'engagement', id };
}

export function engagementRow(id: string): RowReference {
  return { kind: 'engagement', engagement: id, row: id };
}

export function caseRow({ engagement, id }: Case): RowReference {
  return { kind: 'case', engagement, row: id };
}
