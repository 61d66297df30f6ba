/** The Rules tab says in words which reading of the response target its number stands for. */
import { expect, test } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import { writeRows } from '../../sheets-addon/provision/write-tracker.ts';
import { SMALL } from './support/compare.ts';
import { openInOffice } from './support/office.ts';

const saidOf = async (businessDay: number) => {
  const file = writeRows(
    {},
    { language: 'en', rulebook: serviceManagement, capacity: SMALL, named: { businessDay } },
  );
  const { values } = await openInOffice(file);
  return values.get('Rules')![3]!.join('|');
};

test('each number by its own reading, any other by the one that counts then', async () => {
  expect(await saidOf(1)).toContain('|1|Reading “same time”');
  expect(await saidOf(2)).toContain('|2|Reading “end of day”');
  expect(await saidOf(3)).toContain('|3|Reading “business hours”');
  expect(await saidOf(9)).toContain('|9|Reading “same time”');
});
