/** A tracker made when an entry of a list was called otherwise: what people chose then is not lost for the check. */
import { expect, test, vi } from 'vitest';
import { LANGUAGES, serviceManagement } from '#core';
import { describedPosition, describeTracker, firstRowOf, headerRowOf, tabOf } from '#core/tracker/index.ts';
import { formerEntries } from '../../../sheets-addon/former-words.ts';
import { settle } from '../../../sheets-addon/provision/online/settle.ts';
import { QUIET, wantedTracker } from './account.ts';
import { trackerWorld } from './world.ts';

// Whole trackers are made here; a busy machine takes its time.
vi.setConfig({ testTimeout: 6 * 60_000 });

const FORMER = '技术支持客户经理 (TSAM)';
const TODAY = '技术支持客户经理（TSAM）';

test('update puts former words into today’s, in their lists’ columns alone, and then has nothing to add', async () => {
  const engagements = ['E-1', 'E-2'].map((id) => ({ id, customer: FORMER }));
  const activities = [{ engagement: 'E-1', note: '=1+1' }];
  const wanted = wantedTracker('zh-CN', { engagements, activities });
  const { account, id, book } = await trackerWorld(wanted);
  const [own, rules] = ['engagements', 'rules'].map((tab) => tabOf(wanted.workbook, tab));
  const tier = describedPosition(own!, 'tier');
  const header = [headerRowOf(rules!) - 1, describedPosition(rules!, 'tier:tsam')] as const;
  const said = (tab: string, row: number, column: number) =>
    book().titled(tab).at(row, column)!.userEnteredValue?.stringValue;
  book()
    .titled(rules!.title)
    .cell(...header).userEnteredValue = { stringValue: FORMER };
  const tierIn = (place: number) => said(own!.title, firstRowOf(own!) - 1 + place, tier);
  for (const place of [0, 1]) {
    const cell = book()
      .titled(own!.title)
      .cell(firstRowOf(own!) - 1 + place, tier);
    cell.userEnteredValue = { stringValue: FORMER };
  }
  const { changes } = await settle(account, id, wanted, QUIET);
  expect(changes.map(({ says, values }) => [says, values.count])).toContainEqual([
    'provision.change-list-words',
    2,
  ]);
  expect([tierIn(0), tierIn(1)]).toEqual([TODAY, TODAY]);
  expect(said(rules!.title, ...header)).toBe(TODAY);
  // A customer may be called as they like.
  const customer = describedPosition(own!, 'customer');
  expect(said(own!.title, firstRowOf(own!) - 1, customer)).toBe(FORMER);
  expect((await settle(account, id, wanted, QUIET)).changes).toEqual([]);
});

test.each(LANGUAGES)('%s: no former word means another entry of its list today', (language) => {
  const workbook = describeTracker({ language, rulebook: serviceManagement });
  const lists = tabOf(workbook, 'lists');
  for (const { id } of lists.columns) {
    const today = lists.rows.map((row) => row[id]);
    expect(formerEntries(workbook, id).filter(({ former }) => today.includes(former))).toEqual([]);
  }
});

test('the words that were others are known: of Spanish two, of Italian four, of Korean one, of Chinese three', () => {
  const counts = LANGUAGES.map((language) => {
    const workbook = describeTracker({ language, rulebook: serviceManagement });
    const columns = tabOf(workbook, 'lists').columns;
    return [language, columns.flatMap(({ id }) => formerEntries(workbook, id)).length];
  });
  expect(Object.fromEntries(counts)).toEqual({ de: 0, en: 0, es: 2, it: 4, ko: 1, 'zh-CN': 3 });
});
