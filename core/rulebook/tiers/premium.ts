import { DELIVERABLES } from '../deliverables.ts';
import { grantsOf } from '../grant.ts';
import type { Tier } from '../schema.ts';

/** SaaS Premium: bought in addition; all fifteen deliverables, an answer within one business day. */
export const premium: Tier = {
  id: 'premium',
  deployment: 'saas',
  deploymentClause: 'deployment.saas',
  purchase: { kind: 'additional', clause: 'cost.additional' },
  grants: grantsOf(DELIVERABLES, {
    'customer-enablement': [['in-person', 'video-conference'], 'as-needed'],
    'service-reviews': [['in-person', 'video-conference'], 'monthly'],
    maintenance: [['video-conference', 'e-mail', 'phone'], 'as-needed'],
    'upgrade-planning': [['in-person', 'video-conference'], 'as-needed'],
    'root-cause-analysis': [['video-conference', 'phone'], 'as-needed'],
    'customer-intelligence-management': [['video-conference', 'e-mail', 'phone'], 'weekly'],
    'product-roadmap': [['in-person', 'video-conference'], 'monthly'],
    'release-management': [['in-person', 'video-conference'], 'as-needed'],
  }),
  target: { businessDays: 1, clause: 'target.premium' },
  scope: {
    weeklyCall: { clause: 'scope.weekly-call' },
    contacts: { limit: 3, clause: 'scope.contacts' },
    casesInHand: { limit: 30, clause: 'scope.cases-in-hand' },
    weeklyHours: { limit: 10, clause: 'scope.weekly-hours' },
  },
};
