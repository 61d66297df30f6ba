/** Violations: what the last check found, with its clause, and who has taken note of it. */
import { bandTexts } from '../band-texts.ts';
import { columnsFor } from '../column-kinds.ts';
import { describedTab } from '../described-tab.ts';
import type { Description } from '../description.ts';
import type { Column, Tab } from '../workbook.ts';

export function violationsTab({ words, capacity }: Description): Tab {
  const { typed, written } = columnsFor(words, 'violations');
  const key: Column = { ...written('key', 'text', 16), role: 'fixed' };
  const level: Column = { ...written('statusLevel', 'number', 9), role: 'fixed' };
  const engagement = { ...key, id: 'engagement', header: words.header('deliverables', 'engagement') };
  const open = { ...level, id: 'open', header: words.title('violations') };
  return describedTab(words, {
    id: 'violations',
    bandRows: 3,
    band: [
      ...bandTexts(words, 'status', 'tracker.violations-title', 'tracker.last-check'),
      {
        row: 2,
        column: 'subject',
        content: { empty: true },
        format: 'date-time',
        look: 'value',
        name: 'lastCheck',
      },
    ],
    columns: [
      written('status', 'text', 14),
      written('subject', 'text', 26),
      written('rule', 'text', 24),
      written('finding', 'text', 60),
      written('whatToDo', 'text', 40),
      written('clause', 'text', 46),
      written('since', 'text', 12),
      written('rows', 'text', 28),
      typed('acknowledgedBy', 'text', 20),
      typed('reason', 'text', 32, { wrap: true }),
      key,
      level,
      engagement,
      open,
    ],
    capacity: capacity.violations!,
    frozenColumns: 2,
    highlights: [3, 2].map((value) => ({
      columns: ['status'],
      levelColumn: 'statusLevel',
      level: value as 2 | 3,
      weight: 'strong',
    })),
    colour: '#b91c1c',
  });
}
