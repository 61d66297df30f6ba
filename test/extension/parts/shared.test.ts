/** Scripts in a page find there what they were built without. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { SHARED, withParts } from '../../../extension/parts/shared.ts';
import { buildExtension } from '../../support/build.ts';

let output = '';
beforeAll(async () => {
  output = await buildExtension();
}, 5 * 60_000);

test('a script comes after the parts that it uses, and one that uses none comes alone', () => {
  expect(withParts(['lists'])).toEqual(['/drawing.js', '/reading.js', '/lists.js']);
  expect(withParts(['view', 'panel'])).toEqual(['/drawing.js', '/view.js', '/panel.js']);
  expect(withParts(['overlay'])).toEqual(['/overlay.js']);
});

test('as it is built, a script names no part but those that are brought before it', () => {
  const scripts = ['lists', 'mapped', 'overlay', 'panel', 'picker', 'reader', 'sites', 'view'];
  for (const script of scripts) {
    const text = readFileSync(join(output, `${script}.js`), 'utf8');
    const named = Object.keys(SHARED).filter((part) => text.includes(`dueline.part.${part}`));
    const brought = withParts(['overlay', script]).map((path) => path.slice(1, -'.js'.length));
    expect(
      named.filter((part) => !brought.includes(part)),
      script,
    ).toEqual([]);
  }
});
