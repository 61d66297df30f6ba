/**
 * The ids behind the dropdowns. They are the schemas' own, held to them by their types, and stand here so that
 * the add-on need not carry the schemas.
 */
import type { CaseStatus, DecisionKind } from '../engagement/schema.ts';
import type { Method } from '../rulebook/schema.ts';

const STATUSES: Record<CaseStatus, true> = { open: true, pending: true, solved: true, closed: true };
const DECIDED: Record<DecisionKind, true> = {
  'no-answer-needed': true,
  'answer-needed': true,
  acknowledged: true,
  'not-acknowledged': true,
};
const WAYS: Record<Method, true> = {
  'in-person': true,
  'video-conference': true,
  phone: true,
  'e-mail': true,
  'online-self-paced': true,
};

export const CASE_STATUSES = Object.keys(STATUSES) as CaseStatus[];
export const DECISIONS = Object.keys(DECIDED) as DecisionKind[];
export const METHODS = Object.keys(WAYS) as Method[];
