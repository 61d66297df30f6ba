/** The background knows what each reader asks of its system: a path it does not know would be refused in Firefox. */
import { expect, test } from 'vitest';
import { DATA_PATHS } from '../../../../extension/readers/anchors/data-paths.ts';
import { SITES } from '../../../../extension/readers/sites/index.ts';

test('every system that is asked for its data is listed, with the paths of its own reader', () => {
  const asked = SITES.filter(({ json }) => json !== undefined);
  expect(Object.keys(DATA_PATHS)).toEqual(asked.map(({ id }) => id));
  for (const { id, json } of asked) {
    expect(DATA_PATHS[id]!.paths).toBe(json!.paths);
    expect(DATA_PATHS[id]!.more).toBe(json!.more);
  }
});
