import { grantsOf } from '../grant.ts';
import type { Tier } from '../schema.ts';

/** TSAM: for on-premises licences, bought in addition. No response target, method or frequency is stated. */
export const tsam: Tier = {
  id: 'tsam',
  deployment: 'on-premises',
  deploymentClause: 'deployment.on-premises',
  purchase: { kind: 'additional', clause: 'cost.additional' },
  grants: grantsOf(
    [
      'customer-enablement',
      'service-reviews',
      'root-cause-analysis',
      'customer-intelligence-management',
      'product-roadmap',
      'customer-advocacy',
      'spokesperson',
      'risk-mitigation',
      'software-performance-report',
      'escalation-management',
      'case-management',
    ],
    {},
  ),
  target: { clause: 'target.not-stated' },
  scope: {
    weeklyCall: { clause: 'scope.weekly-call' },
    contacts: { limit: 3, clause: 'scope.contacts' },
    casesInHand: { limit: 30, clause: 'scope.cases-in-hand' },
    weeklyHours: { limit: 10, clause: 'scope.weekly-hours' },
  },
};
