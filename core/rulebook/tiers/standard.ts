import { grantsOf } from '../grant.ts';
import type { Tier } from '../schema.ts';

/** SaaS Standard: included in the subscription; eight deliverables, an answer within two business days. */
export const standard: Tier = {
  id: 'standard',
  deployment: 'saas',
  deploymentClause: 'deployment.saas',
  purchase: { kind: 'included', clause: 'cost.included' },
  grants: grantsOf(
    [
      'customer-enablement',
      'service-reviews',
      'maintenance',
      'upgrade-planning',
      'root-cause-analysis',
      'customer-intelligence-management',
      'product-roadmap',
      'release-management',
    ],
    {
      'customer-enablement': [['online-self-paced'], 'as-needed'],
      'service-reviews': [['video-conference'], 'quarterly'],
      maintenance: [['e-mail'], 'as-needed'],
      'upgrade-planning': [['video-conference'], 'as-needed'],
      'root-cause-analysis': [['e-mail'], 'as-needed'],
      'customer-intelligence-management': [['e-mail'], 'quarterly'],
      'product-roadmap': [['e-mail'], 'quarterly'],
      'release-management': [['e-mail'], 'as-needed'],
    },
  ),
  target: { businessDays: 2, clause: 'target.standard' },
  scope: null,
};
