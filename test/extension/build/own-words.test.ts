/** The catalogues as the extension carries them say what the catalogues say. */
import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { expect, test } from 'vitest';
import { CATALOGUES } from '#core/language/index.ts';
import { ownWords } from '../../../extension/build/own-words.ts';
import { ROOT } from '../../support/walk.ts';

test('every sentence of every language is there, but for what only the tracker says', async () => {
  const built = (await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    plugins: [ownWords(join(ROOT, 'core', 'language'))],
    build: {
      write: false,
      lib: { entry: join(ROOT, 'core', 'language', 'index.ts'), formats: ['es'] },
    },
  })) as Rollup.RollupOutput[];
  const { code } = built[0]!.output[0];
  const shipped = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
  const elsewhere = ['overview', 'violations', 'deliverables', 'rules'];
  expect(Object.keys(shipped.CATALOGUES)).toEqual(Object.keys(CATALOGUES));
  for (const [language, catalogue] of Object.entries(CATALOGUES)) {
    const { menu, portfolio, provision, report, sidebar, tracker, trackerStatus, ...more } = catalogue;
    const { cadence, column, daily, rule, store, ...rest } = more;
    const inRows = Object.fromEntries(
      Object.entries(tracker).filter(([key]) => /^(yes|no)$|^(case|decision|kind)-/.test(key)),
    );
    expect(Object.keys(inRows)).toHaveLength(4 + 4 + 4 + 2);
    const headers = Object.fromEntries(
      Object.entries(column).filter(
        ([key]) => key.split('.').length < 3 && !elsewhere.includes(key.split('.')[0]!),
      ),
    );
    expect(shipped.CATALOGUES[language]).toEqual({ ...rest, column: headers, tracker: inRows });
    const left = [cadence, daily, menu, portfolio, provision, report, rule, sidebar, store, trackerStatus];
    expect(left).not.toContain(undefined);
    // A cell that cannot be read is named by its column.
    expect(headers).toHaveProperty(['engagements.from']);
    expect(Object.keys(headers).length).toBeGreaterThan(60);
  }
});
