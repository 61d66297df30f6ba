/** A tracker has room for the deliverables of all its engagements: what is due next is said of the last one too. */
import { expect, test, vi } from 'vitest';
import { serviceManagement } from '#core';
import {
  dateOfSerial,
  describeTracker,
  findDeliverables,
  firstRowOf,
  openTracker,
  type TrackerRows,
  tabOf,
  wordsOf,
} from '#core/tracker/index.ts';
import { describedWithRoom } from '../../sheets-addon/provision/room.ts';
import { packWorkbook } from '../../sheets-addon/provision/xlsx/package.ts';
import { shownAt } from './support/compare.ts';
import { openInOffice } from './support/office.ts';

vi.setConfig({ testTimeout: 3 * 60_000 });

const words = wordsOf('en');
const options = { language: 'en', rulebook: serviceManagement } as const;
const COUNT = 140;

const typed: TrackerRows = {
  customers: [{ id: 'C', name: 'Customer' }],
  managers: [{ id: 'M', name: 'Mo' }],
  engagements: Array.from({ length: COUNT }, (_, place) => ({
    id: `E-${place + 1}`,
    customer: 'C',
    tier: words.text('tier.premium'),
    manager: 'M',
    calendar: 'Europe/Berlin',
  })),
};

test('of 140 engagements of Premium, with sixteen rows each, every one shows its next weekly delivery', async () => {
  // Made before the first check, which then has more to write than 2,000 rows.
  const workbook = describedWithRoom(typed, options);
  const plain = describeTracker(options);
  const deliverables = findDeliverables(
    openTracker(typed, {
      rulebook: serviceManagement,
      words,
      rulesRows: tabOf(plain, 'rules').rows,
      nowMs: Date.parse('2026-06-15T10:00:00Z'),
      firstRowOf: (tab) => firstRowOf(tabOf(plain, tab)),
    }),
  );
  expect(deliverables).toHaveLength(COUNT * 16);
  const rows: TrackerRows = { ...typed, deliverables };
  const file = packWorkbook({ workbook, words, rowsOf: (tab) => rows[tab.id] ?? tab.rows, named: {} });
  const { values } = await openInOffice(file);
  const overview = tabOf(workbook, 'overview');
  const shown = typed.engagements!.map((_, place) => shownAt(values, overview, 'nextDue', place));
  const days = shown.map((text) => (/^\d+$/.test(text) ? dateOfSerial(Number(text)) : text));
  // Monday 15 June: customer intelligence and the call are due until Sunday.
  expect([...new Set(days)]).toEqual(['2026-06-21']);
});
