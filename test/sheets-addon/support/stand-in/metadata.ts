/** Developer metadata: marks on sheets and columns that a script finds again. */
import type { FakeSheet } from './fake-sheet.ts';
import { rangeModel } from './range.ts';
import { sheetModel } from './sheet.ts';
import type { World } from './world.ts';

export function finderModel(world: World, within: FakeSheet | null): object {
  const { strict, metadata } = world;
  let wanted = '';
  let value: string | null = null;
  const model: object = strict('DeveloperMetadataFinder', {
    withKey(key: string) {
      wanted = key;
      return model;
    },
    withValue(text: string) {
      value = text;
      return model;
    },
    find: () =>
      metadata
        .filter(({ key, sheet }) => key === wanted && (within === null || within === sheet))
        .filter((entry) => value === null || entry.value === value)
        .map((entry) =>
          strict('DeveloperMetadata', {
            remove: () => {
              metadata.splice(metadata.indexOf(entry), 1);
            },
            getValue: () => entry.value,
            getLocation: () =>
              strict('DeveloperMetadataLocation', {
                getSheet: () => (entry.column === null ? sheetModel(world, entry.sheet) : null),
                getColumn: () =>
                  entry.column === null
                    ? null
                    : rangeModel(world, {
                        sheet: entry.sheet,
                        row: 1,
                        column: entry.column,
                        rows: entry.sheet.rows,
                        columns: 1,
                      }),
              }),
          }),
        ),
  });
  return model;
}
