/** The tabs of a tracker as the extension carries them are those that the workbook's description has. */
import { expect, test } from 'vitest';
import { LANGUAGES } from '#core';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { describeTracker } from '#core/tracker/index.ts';
import { trackerShape } from '../../../extension/build/tracker-shape.ts';
import { ROOT } from '../../support/walk.ts';

const FILE = `${ROOT}/extension/platform/sheets/tracker-shape.ts`;

test('every column that people type in is there, in its place, whatever the language; nothing else is', async () => {
  const code = trackerShape().load(FILE)!;
  const shipped = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  for (const language of LANGUAGES) {
    const { tabs } = describeTracker({ language, rulebook: serviceManagement });
    const typed = tabs.flatMap(({ id, columns, bandRows }) => {
      const ids = columns.flatMap((column) =>
        ['typed', 'fixed'].includes(column.role) ? [`${column.id} ${column.format}`] : [],
      );
      // What stands above the rules and the violations is more than a table; people type into neither of them first.
      return ids.length > 0 && bandRows === 0 ? [[id, ids]] : [];
    });
    const carried = shipped.TRACKER_SHAPE.map(
      ({ id, columns }: { id: string; columns: { id: string; format: string }[] }) => [
        id,
        columns.map((column) => `${column.id} ${column.format}`),
      ],
    );
    expect(carried).toEqual(typed);
  }
});

test('the description itself is not carried', () => {
  expect(trackerShape().load(FILE)).not.toContain('formula');
  expect(trackerShape().load(`${ROOT}/extension/platform/sheets/places.ts`)).toBeNull();
});
