/** The fifteen deliverables of table 1, in its order. Their names are in the language catalogues. */
export const DELIVERABLES = [
  'customer-enablement',
  'service-reviews',
  'maintenance',
  'upgrade-planning',
  'root-cause-analysis',
  'customer-intelligence-management',
  'product-roadmap',
  'release-management',
  'customer-advocacy',
  'spokesperson',
  'risk-mitigation',
  'software-performance-report',
  'environment-consulting',
  'escalation-management',
  'case-management',
] as const;

export type DeliverableId = (typeof DELIVERABLES)[number];
