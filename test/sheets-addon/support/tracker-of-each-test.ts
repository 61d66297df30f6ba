/** The add-on in a spreadsheet of its own for each test, set up in English, with the rows of fixture T typed into it. */
import { beforeAll, beforeEach } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import { describeTracker, wordsOf } from '#core/tracker/index.ts';
import { builtAddOn, type RunningAddOn } from './add-on.ts';
import { setUpWith } from './fill.ts';
import { fixtureT } from './fixture-t.ts';

export const workbook = describeTracker({ language: 'en', rulebook: serviceManagement });

export function trackerOfEachTest(): RunningAddOn {
  let script: string;
  let addOn: RunningAddOn | undefined;
  beforeAll(async () => {
    ({ script } = await builtAddOn());
  });
  beforeEach(() => {
    addOn = setUpWith(script, workbook, fixtureT(wordsOf('en')));
  });
  // What a test asks of it is asked of the one that has been set up by then.
  return new Proxy({} as RunningAddOn, { get: (_, name) => Reflect.get(addOn!, name) });
}
