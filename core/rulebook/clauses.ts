/** Every clause of the service descriptions that an entry of the built-in rulebook rests on. */
import { DELIVERABLES } from './deliverables.ts';
import type { Clause } from './schema.ts';

/** Table 2 has a row for these; for the other seven no method and no frequency is stated. */
const IN_TABLE_2 = DELIVERABLES.slice(0, 8);

const fromTables: [string, Clause][] = [
  ...DELIVERABLES.map((subject): [string, Clause] => [`table-1.${subject}`, { section: 'table-1', subject }]),
  ...IN_TABLE_2.map((subject): [string, Clause] => [`table-2.${subject}`, { section: 'table-2', subject }]),
];

export const CLAUSES: Record<string, Clause> = {
  ...Object.fromEntries(fromTables),
  'cost.additional': { section: 'table-1' },
  'cost.included': { section: 'table-1' },
  'deployment.on-premises': { section: 'table-1' },
  'deployment.saas': { section: 'table-1' },
  'target.premium': { section: 'service-level-target' },
  'target.standard': { section: 'service-level-target' },
  'target.not-stated': { section: 'service-level-target' },
  'availability.hours': { section: 'availability' },
  'availability.exceptions': { section: 'availability' },
  'availability.weekends': { section: 'availability' },
  'availability.language': { section: 'availability' },
  'availability.term': { section: 'availability' },
  'scope.weekly-call': { section: 'scope' },
  'scope.contacts': { section: 'scope' },
  'scope.cases-in-hand': { section: 'scope' },
  'scope.weekly-hours': { section: 'scope' },
  'scope.additional-engagement': { section: 'scope' },
  'scope.several-engagements': { section: 'scope' },
};
