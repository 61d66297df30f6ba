/** Decisions: a journal of what people decided on tickets, one line for each; of several about one thing the last holds. */
import { columnsFor, offered, oneOf } from '../column-kinds.ts';
import { describedTab } from '../described-tab.ts';
import type { Description } from '../description.ts';
import type { Tab } from '../workbook.ts';

export function decisionsTab({ words, capacity }: Description): Tab {
  const { typed } = columnsFor(words, 'decisions');
  return describedTab(words, {
    id: 'decisions',
    columns: [
      typed('date', 'date', 12),
      typed('decision', 'text', 24, oneOf('lists.decision')),
      typed('engagement', 'text', 19, offered('engagements.id')),
      typed('ticket', 'text', 30),
      typed('by', 'text', 20),
      typed('reason', 'text', 36, { wrap: true }),
      typed('at', 'text', 26),
      typed('about', 'text', 30),
      typed('id', 'text', 14),
    ],
    capacity: capacity.decisions!,
    frozenColumns: 2,
    highlights: [],
    colour: '#0d9488',
  });
}
