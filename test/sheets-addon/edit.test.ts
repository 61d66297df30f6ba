/** What follows a change by hand: `onEdit` in the bundle, with what Google lets it have. */
import { describe, expect, test } from 'vitest';
import { describedPosition, firstRowOf, tabOf } from '#core/tracker/index.ts';
import { contentOf, typeRow } from './support/fill.ts';
import type { FakeRange } from './support/stand-in/range.ts';
import { trackerOfEachTest, workbook } from './support/tracker-of-each-test.ts';

const activities = tabOf(workbook, 'activities');
const lists = tabOf(workbook, 'lists');
const FIRST = firstRowOf(activities);
const at = (tab: string, column: string) => describedPosition(tabOf(workbook, tab), column) + 1;

const addOn = trackerOfEachTest();

/** What a cell offers, as somebody who opens its list sees it. */
function offered(place: number, column = 'deliverable'): string[] {
  const cell = addOn.sheet('Activities').at(FIRST + place, at('activities', column));
  const [{ fake }] = (cell.validation as { requireValueInRange: [{ fake: FakeRange }] }).requireValueInRange;
  return Array.from({ length: fake.rows }, (_, row) =>
    String(fake.sheet.at(fake.row + row, fake.column).value),
  );
}

function typed(place: number, engagement: string): void {
  typeRow(addOn, workbook, 'activities', place, { engagement });
  addOn.edit(addOn.sheet('Activities'), { row: FIRST + place, column: at('activities', 'engagement') });
}

/** Table 1 of the service descriptions: all 15, of which TSAM has 11 and Standard 8. */
const NOT_IN_TSAM = ['Maintenance', 'Upgrade planning', 'Release management', 'Environment consulting'];
const IN_STANDARD = [
  'Customer enablement',
  'Service reviews',
  'Root cause analysis',
  'Customer intelligence management',
  'Product roadmap and supportability',
  'Maintenance',
  'Upgrade planning',
  'Release management',
];

describe('an activity is offered what the tier of its engagement includes', () => {
  test('as soon as its engagement is typed; all of it while there is none', () => {
    const all = lists.rows.map(({ deliverable }) => deliverable).filter((name) => name);
    expect(offered(20)).toEqual(all);
    expect(all).toHaveLength(15);
    typed(20, 'E-4');
    expect([...offered(20)].sort()).toEqual([...IN_STANDARD].sort());
    typed(20, 'E-1');
    expect(offered(20)).toEqual(all);
    typed(20, 'E-3');
    expect(all.filter((name) => !offered(20).includes(String(name)))).toEqual(
      all.filter((name) => NOT_IN_TSAM.includes(String(name))),
    );
    typed(20, 'E-9');
    expect(offered(20)).toEqual(all);
  });

  test('anything else is warned of, never refused: work may have been done all the same', () => {
    typed(20, 'E-4');
    for (const column of ['deliverable', 'method']) {
      const { validation } = addOn.sheet('Activities').at(FIRST + 20, at('activities', column));
      expect(validation).toMatchObject({
        setAllowInvalid: [true],
        setHelpText: [expect.stringMatching(/tier does not include/)],
      });
    }
  });

  test('and the methods that its tier states for the deliverable; all of them where it states none', () => {
    const all = lists.rows.map(({ method }) => method).filter((name) => name);
    const chosen = (deliverable: string) => {
      typeRow(addOn, workbook, 'activities', 20, { deliverable });
      addOn.edit(addOn.sheet('Activities'), { row: FIRST + 20, column: at('activities', 'deliverable') });
      return offered(20, 'method');
    };
    // Table 2 of the service descriptions.
    typed(20, 'E-4');
    expect(offered(20, 'method')).toEqual(all);
    expect(chosen('Service reviews')).toEqual(['video conference']);
    expect(chosen('maintenance ')).toEqual(['e-mail']);
    typed(20, 'E-1');
    expect(offered(20, 'method').sort()).toEqual(['e-mail', 'phone', 'video conference']);
    expect(chosen('Customer advocacy')).toEqual(all);
    expect(chosen('Fire drill')).toEqual(all);
    typed(20, 'E-3');
    expect(chosen('Service reviews')).toEqual(all);
    typed(20, 'E-9');
    expect(offered(20, 'method')).toEqual(all);
  });

  test('all of its rows, once an engagement has another tier', () => {
    for (const place of [20, 25]) typed(place, 'E-4');
    typeRow(addOn, workbook, 'activities', 25, { deliverable: 'Upgrade planning' });
    typed(22, 'E-1');
    const engagements = addOn.sheet('Engagements');
    const [row, column] = [firstRowOf(tabOf(workbook, 'engagements')) + 3, at('engagements', 'tier')];
    engagements.at(row, column).value = 'Premium';
    addOn.edit(engagements, { row, column });
    expect([20, 22, 25].map((place) => offered(place).length)).toEqual([15, 15, 15]);
    expect(offered(25, 'method').sort()).toEqual(['in person', 'video conference']);
    engagements.at(row, column).value = 'Standard';
    addOn.edit(engagements, { row, column });
    expect([20, 22, 25].map((place) => offered(place).length)).toEqual([8, 15, 8]);
    expect(offered(25, 'method')).toEqual(['video conference']);
  });

  test('set-up gives the same to rows that came in without anybody typing', () => {
    typeRow(addOn, workbook, 'activities', 20, { engagement: 'E-4', deliverable: 'Customer enablement' });
    typeRow(addOn, workbook, 'activities', 21, { engagement: 'E-3', deliverable: 'Customer enablement' });
    addOn.call('setUp');
    expect([20, 21, 22].map((place) => offered(place).length)).toEqual([8, 11, 15]);
    expect([20, 21, 22].map((place) => offered(place, 'method').length)).toEqual([1, 5, 5]);
    expect(offered(20, 'method')).toEqual(['online self-paced training']);
  });

  test('wherever people have put the columns, and whatever the tabs are called now', () => {
    const sheet = addOn.sheet('Activities');
    sheet.moveColumn(at('activities', 'engagement'), 1);
    sheet.name = 'Hours worked';
    addOn.sheet('Lists').name = 'Words';
    sheet.at(FIRST + 20, 1).value = 'E-4';
    addOn.edit(sheet, { row: FIRST + 20, column: 1 });
    const [{ fake }] = (
      sheet.at(FIRST + 20, at('activities', 'deliverable')).validation as {
        requireValueInRange: [{ fake: FakeRange }];
      }
    ).requireValueInRange;
    expect([fake.sheet.name, fake.rows]).toEqual(['Words', 8]);
  });
});

describe('text pasted over checked cells', () => {
  test('brings no checks of its own; ours come back, and a check that somebody made stays', () => {
    const sheet = addOn.sheet('Cases');
    const [status, opened] = [at('cases', 'status'), at('cases', 'opened')];
    const whole = { row: 2, column: 1, rows: 3, columns: tabOf(workbook, 'cases').columns.length };
    const before = [2, 3, 4].map((row) => sheet.at(row, status).validation);
    const own = { requireDate: [], setHelpText: ['Mo’s'] };
    for (const row of [2, 3, 4]) Object.assign(sheet.at(row, status), { value: 'Open', validation: null });
    sheet.at(2, opened).validation = null;
    sheet.at(3, opened).validation = own;
    addOn.edit(sheet, whole);
    expect([2, 3, 4].map((row) => sheet.at(row, status).validation)).toEqual(before);
    expect(sheet.at(2, opened).validation).toEqual(sheet.at(4, opened).validation);
    expect(sheet.at(3, opened).validation).toEqual(own);
  });
});

describe('it comes after every change, so', () => {
  test('it changes nothing where nothing is to be changed', () => {
    const before = addOn.world.sheets.map(contentOf);
    for (const sheet of addOn.world.sheets) addOn.edit(sheet, { row: 1, column: 1, rows: 6, columns: 4 });
    expect(addOn.world.sheets.map(contentOf)).toEqual(before);
  });

  test('it makes a few calls, as many for thousands of rows as for one', () => {
    const callsFor = (rows: number) => {
      addOn.callsSince();
      addOn.edit(addOn.sheet('Activities'), { row: FIRST, column: at('activities', 'engagement'), rows });
      return addOn.callsSince();
    };
    const one = callsFor(1);
    // The lists of two columns, eleven of them.
    expect(one).toBeLessThan(135);
    expect(callsFor(1900)).toBe(one);
    addOn.callsSince();
    addOn.edit(addOn.sheet('Cases'), { row: 2, column: 3 });
    expect(addOn.callsSince()).toBeLessThan(20);
  });

  test('it uses the document alone: nothing that Google would have to ask its user for', () => {
    addOn.world.calls.clear();
    typed(20, 'E-4');
    const services = new Set([...addOn.world.calls.keys()].map((call) => call.split('.')[0]));
    const others = [
      'LockService',
      'PropertiesService',
      'ScriptApp',
      'MailApp',
      'Session',
      'Ui',
      'HtmlService',
    ];
    expect(others.filter((service) => services.has(service))).toEqual([]);
  });

  test('whichever call fails, no cell has lost its value, and the next change puts it right', () => {
    const sheet = addOn.sheet('Activities');
    const row = FIRST + 20;
    const values = () => activities.columns.map((_, column) => sheet.at(row, column + 1).value);
    typeRow(addOn, workbook, 'activities', 20, { engagement: 'E-4' });
    const before = values();
    const area = { row, column: at('activities', 'engagement') };
    let failed = 0;
    for (let after = 0; ; after++) {
      addOn.world.faults.next = { after, isDone: false };
      try {
        addOn.edit(sheet, area);
      } catch {
        failed++;
      }
      expect(values()).toEqual(before);
      if (addOn.world.faults.next !== null) break;
    }
    addOn.world.faults.next = null;
    expect(failed).toBeGreaterThan(20);
    expect(offered(20)).toHaveLength(8);
  });
});
