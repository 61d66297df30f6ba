/** `check`: runs every scope rule over a tracker and says what it finds. Nothing is written. */
import { isProblem, sayProblem, zoneOf } from '#core';
import {
  checkTracker,
  findViolations,
  firstRowOf,
  openTracker as openRows,
  type TrackerVerdict,
  tabOf,
  wordsOf,
} from '#core/tracker/index.ts';
import { type Command, Complaint } from './command.ts';
import { checkWhole, DIRECTORY_OPTION, openTracker } from './open-tracker.ts';

export const checkCommand: Command = {
  options: DIRECTORY_OPTION,
  words: 1,
  run: async (call) => {
    const { edge, translate } = call;
    const tracker = await openTracker(call);
    checkWhole(tracker, call);
    const zone = zoneOf(tracker.remote.timeZone);
    if (isProblem(zone)) throw new Complaint([sayProblem(zone, translate)]);
    const { rows, workbook, placed, named, rulebook, language } = tracker;
    const warnFromShare =
      typeof named.warnFromShare === 'number' ? { warnFromShare: named.warnFromShare } : {};
    const options = { rulebook, words: wordsOf(language), rulesRows: rows.rules ?? [], ...warnFromShare };
    const findings = findViolations(
      openRows(rows, {
        ...options,
        nowMs: edge.nowMs + zone.offsetMs(edge.nowMs),
        firstRowOf: (tab) => firstRowOf(tabOf(workbook, tab)),
        titleOf: (tab) => placed.find((entry) => entry.tab.id === tab)!.tab.title,
      }),
    );
    for (const { status, subject, finding, rows: where } of findings) {
      edge.out([status, subject, finding, where].filter((part) => part !== null && part !== '').join(' · '));
    }
    const ofLevel = (level: number) => findings.filter(({ statusLevel }) => statusLevel === level).length;
    const counts = {
      violations: ofLevel(3),
      warnings: ofLevel(2),
      unreadable: unreadable(checkTracker(rows, options)),
    };
    edge.out(
      counts.violations === 0
        ? translate('tracker.check-none')
        : translate('provision.violations', { count: counts.violations }),
    );
    if (counts.warnings > 0) edge.out(translate('tracker.check-warnings', { count: counts.warnings }));
    if (counts.unreadable > 0) edge.out(translate('tracker.check-unreadable', { count: counts.unreadable }));
    return 0;
  },
};

function unreadable({
  contacts,
  cases,
  inquiries,
  activities,
  engagements,
  managers,
  customers,
  calendar,
}: TrackerVerdict): number {
  return [contacts, cases, inquiries, activities, engagements, managers, customers, calendar]
    .flat()
    .filter(({ level }) => level === 1).length;
}
