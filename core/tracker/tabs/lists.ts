/** Lists: what the dropdowns offer, each entry with its id beside it. Hidden. */
import { grantOf } from '../../cadence/grants.ts';
import { termOf } from '../../language/term.ts';
import type { Method, Rulebook } from '../../rulebook/schema.ts';
import { isInHand } from '../../scope/cases-in-hand.ts';
import type { Description } from '../description.ts';
import type { Cell, Row } from '../rows.ts';
import { CASE_STATUSES, DECISIONS, METHODS } from '../vocabulary.ts';
import type { RowWords } from '../words.ts';
import type { Column, Tab } from '../workbook.ts';
import { hiddenTab } from './hidden-tab.ts';
import { tierName } from './rules.ts';

export const CALENDAR_KINDS = ['holiday', 'training', 'closure', 'time-off'] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

/** The deliverables of one tier, by its place in the rulebook: its id may hold what no range can be called. */
export const deliverablesOfTier = (place: number) => `deliverableOfTier${place + 1}`;

/** Methods that some tier states together for a deliverable, by their place among such lists. */
export const methodsListed = (place: number) => `methods${place + 1}`;

/** Which of those lists goes with each deliverable in the tier of this number, from 1; 0 is no tier at all. */
export const methodsOfTier = (tierNo: number) => `methodsOfTier${tierNo}`;

/** What the rulebook's tiers state as the methods of a deliverable, each list once. */
export function methodLists({ tiers }: Pick<Rulebook, 'tiers'>): Method[][] {
  const stated = tiers.flatMap(({ grants }) =>
    grants.map(({ delivery }) => inOrder(delivery?.methods ?? [])),
  );
  const known = new Map(stated.map((methods) => [methods.join(), methods]));
  return [...known.values()].filter(({ length }) => length > 0);
}

function inOrder(methods: readonly Method[]): Method[] {
  return METHODS.filter((id) => methods.includes(id));
}

type Listed = Pick<Description, 'rulebook' | 'calendars'> & { words: RowWords };

/** The lists side by side, each column by its id. */
export function listRows(listed: Listed): Row[] {
  const lists = listsIn(listed);
  const length = Math.max(...Object.values(lists).map((list) => list.length));
  return Array.from(
    { length },
    (_, index): Row =>
      Object.fromEntries(Object.entries(lists).map(([id, list]) => [id, list[index] ?? null])),
  );
}

function listsIn({ words, rulebook, calendars }: Listed): Record<string, Cell[]> {
  return {
    tier: rulebook.tiers.map((tier) => tierName(tier, words)),
    tierId: rulebook.tiers.map(({ id }) => id),
    caseStatus: CASE_STATUSES.map((status) => words.text(`tracker.case-${status}`)),
    caseStatusId: [...CASE_STATUSES],
    caseInHand: CASE_STATUSES.map((status) => (isInHand({ id: status, engagement: '', status }) ? 1 : 0)),
    deliverable: rulebook.deliverables.map((entry) => termOf('deliverable', entry, words.language)),
    deliverableId: rulebook.deliverables.map(({ id }) => id),
    ...Object.fromEntries(
      rulebook.tiers.map((tier, place) => [
        deliverablesOfTier(place),
        rulebook.deliverables
          .filter(({ id }) => grantOf(tier, id)?.included !== false)
          .map((entry) => termOf('deliverable', entry, words.language)),
      ]),
    ),
    method: METHODS.map((method) => words.text(`method.${method}`)),
    methodId: [...METHODS],
    ...methodColumns(rulebook, words),
    kind: CALENDAR_KINDS.map((kind) => words.text(`tracker.kind-${kind}`)),
    kindId: [...CALENDAR_KINDS],
    decision: DECISIONS.map((decision) => words.text(`tracker.decision-${decision}`)),
    decisionId: [...DECISIONS],
    yes: [words.text('tracker.yes')],
    calendar: [...calendars],
    leadOrder: [],
    leadMinutes: [],
  };
}

function methodColumns(rulebook: Rulebook, words: RowWords): Record<string, Cell[]> {
  const lists = methodLists(rulebook);
  const keys = lists.map((methods) => methods.join());
  return Object.fromEntries([
    ...lists.map((methods, place) => [
      methodsListed(place),
      methods.map((method) => words.text(`method.${method}`)),
    ]),
    ...[undefined, ...rulebook.tiers].map((tier, tierNo) => [
      methodsOfTier(tierNo),
      rulebook.deliverables.map(({ id }) => {
        const stated = tier && grantOf(tier, id)?.delivery?.methods;
        return keys.indexOf(inOrder(stated ?? []).join()) + 1;
      }),
    ]),
  ]);
}

export function listsTab(description: Description): Tab {
  const rows = listRows(description);
  return hiddenTab(description.words, {
    id: 'lists',
    columns: Object.keys(rows[0]!).map(
      (id): Column => ({ id, header: id, role: 'fixed', format: 'text', width: 24 }),
    ),
    capacity: rows.length,
    rows,
  });
}
