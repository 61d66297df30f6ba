/** Known complaint "silent-triggers": the sheet itself says when the deep check has not run for 24 hours. */
import { expect, test } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import { serialOfInstant } from '#core/tracker/index.ts';
import { writeRows } from '../../sheets-addon/provision/write-tracker.ts';
import { SMALL } from './support/compare.ts';
import { openInOffice } from './support/office.ts';

const HOUR_MS = 3_600_000;

/** What the Overview says; the engine reads the machine's clock, in whatever zone. */
async function saidAfter(hours: number | null): Promise<string> {
  const checked = serialOfInstant(Date.now() - (hours ?? 0) * HOUR_MS, () => 0);
  const file = writeRows(
    {},
    {
      language: 'en',
      rulebook: serviceManagement,
      capacity: SMALL,
      named: hours === null ? {} : { lastCheck: checked },
    },
  );
  const { values } = await openInOffice(file);
  return values.get('Overview')!.slice(0, 4).flat().join('|');
}

test('a check of this hour needs no word, one of the day before yesterday does, and so does none at all', async () => {
  expect(await saidAfter(0)).not.toContain('check');
  expect(await saidAfter(48)).toContain('more than 24 hours old');
  expect(await saidAfter(null)).toContain('The deep check has not run yet');
});
