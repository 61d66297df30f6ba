/** Deliverables: what each engagement is owed and when it was given, as the last check worked it out. */
import type { Rulebook, Tier } from '../../rulebook/schema.ts';
import { bandTexts } from '../band-texts.ts';
import { columnsFor } from '../column-kinds.ts';
import { describedTab } from '../described-tab.ts';
import type { Description } from '../description.ts';
import type { Column, Tab } from '../workbook.ts';
import { dueHelpers } from './dues.ts';

/** Rows that one engagement can have at once: whatever a tier includes, and its weekly call. */
export function deliverablesEach({ tiers }: Rulebook): number {
  const ofTier = ({ grants, scope }: Tier) =>
    grants.filter(({ included }) => included).length + (scope?.weeklyCall ? 1 : 0);
  return Math.max(1, ...tiers.map(ofTier));
}

export function deliverablesTab({ words, capacity }: Description): Tab {
  const { written } = columnsFor(words, 'deliverables');
  const level: Column = { ...written('statusLevel', 'number', 9), role: 'fixed' };
  return describedTab(words, {
    id: 'deliverables',
    bandRows: 3,
    band: bandTexts(words, 'engagement', 'tracker.deliverables-title', 'tracker.deliverables-about'),
    columns: [
      written('engagement', 'text', 19),
      written('customer', 'text', 22),
      written('deliverable', 'text', 34),
      written('status', 'text', 34),
      written('dueUntil', 'date', 13),
      written('lastDone', 'date', 13),
      written('frequency', 'text', 14),
      written('methods', 'text', 30),
      written('clause', 'text', 40),
      level,
      ...dueHelpers(),
    ],
    capacity: capacity.deliverables!,
    frozenColumns: 3,
    highlights: ([3, 2] as const).map((value) => ({
      columns: ['status'],
      levelColumn: 'statusLevel',
      level: value,
      weight: 'strong',
    })),
    colour: '#b91c1c',
  });
}
