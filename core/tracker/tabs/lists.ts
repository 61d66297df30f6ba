/** Lists: what the dropdowns offer, each entry with its id beside it. Hidden. */

import { termOf } from '../../language/term.ts';
import { isInHand } from '../../scope/cases-in-hand.ts';
import type { Description } from '../description.ts';
import type { Cell, Row } from '../rows.ts';
import { CASE_STATUSES, DECISIONS, METHODS } from '../vocabulary.ts';
import type { Column, Tab } from '../workbook.ts';
import { tierName } from './rules.ts';

export const CALENDAR_KINDS = ['holiday', 'training', 'closure', 'time-off'] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

export function listsTab({ words, rulebook, calendars }: Description): Tab {
  const lists: Record<string, Cell[]> = {
    tier: rulebook.tiers.map((tier) => tierName(tier, words)),
    tierId: rulebook.tiers.map(({ id }) => id),
    caseStatus: CASE_STATUSES.map((status) => words.text(`tracker.case-${status}`)),
    caseStatusId: [...CASE_STATUSES],
    caseInHand: CASE_STATUSES.map((status) => (isInHand({ id: status, engagement: '', status }) ? 1 : 0)),
    deliverable: rulebook.deliverables.map((entry) => termOf('deliverable', entry, words.language)),
    deliverableId: rulebook.deliverables.map(({ id }) => id),
    method: METHODS.map((method) => words.text(`method.${method}`)),
    methodId: [...METHODS],
    kind: CALENDAR_KINDS.map((kind) => words.text(`tracker.kind-${kind}`)),
    kindId: [...CALENDAR_KINDS],
    decision: DECISIONS.map((decision) => words.text(`tracker.decision-${decision}`)),
    decisionId: [...DECISIONS],
    yes: [words.text('tracker.yes')],
    calendar: [...calendars],
  };
  const length = Math.max(...Object.values(lists).map((list) => list.length));
  const rows = Array.from(
    { length },
    (_, index): Row =>
      Object.fromEntries(Object.entries(lists).map(([id, list]) => [id, list[index] ?? null])),
  );
  return {
    id: 'lists',
    title: words.title('lists'),
    bandRows: 0,
    band: [],
    columns: Object.keys(lists).map(
      (id): Column => ({ id, header: id, role: 'fixed', format: 'text', width: 24 }),
    ),
    capacity: length,
    rows,
    frozenColumns: 0,
    filter: false,
    hidden: true,
    highlights: [],
    colour: '#94a3b8',
  };
}
