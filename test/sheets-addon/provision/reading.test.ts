/** The commands go by the reading of the response target that stands on the tracker's Rules tab. */
import { expect, test } from 'vitest';
import { wordsOf } from '#core/tracker/index.ts';
import { day, fixtureT } from '../support/fixture-t.ts';
import { wantedTracker } from './account.ts';
import { trackerWorld } from './world.ts';

test.each([
  { businessDay: 1, late: 1 },
  { businessDay: 2, late: 0 },
])(
  'check reads the response target as the Rules tab says ($businessDay): else it accuses of what the add-on does not',
  async ({ businessDay, late }) => {
    // Friday 09:30, Premium, one business day; it is Monday noon in Berlin.
    const inquiries = [{ case: 'E-1-1', received: Number(day('2026-06-12')) + 9.5 / 24 }];
    const rows = { ...fixtureT(wordsOf('en')), inquiries };
    const wanted = wantedTracker('en', rows, { cases: 50, contacts: 30, activities: 10 });
    const { id, terminal } = await trackerWorld({ ...wanted, named: { businessDay } });
    expect(await terminal.tracker('check', id)).toBe(0);
    expect(terminal.out.filter((line) => line.includes('the answer was due'))).toHaveLength(late);
  },
);
