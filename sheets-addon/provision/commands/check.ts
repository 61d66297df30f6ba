/** `check`: runs every scope rule over a tracker and says what it finds; with --write it fills in its tabs as well. */
import {
  checkRows,
  findDeliverables,
  findViolations,
  rowsToMend,
  violationTable,
  wordsOf,
} from '#core/tracker/index.ts';
import { checkedAtSerial, resultRequests } from '../online/check-result.ts';
import { refuseLocked } from '../online/locked.ts';
import { writeOnce } from '../online/once.ts';
import { readStanding, type Standing } from '../online/standing.ts';
import type { Call, Command } from './command.ts';
import { checkWhole, DIRECTORY_OPTION, type OpenTracker, openTracker } from './open-tracker.ts';
import { openedRows, zoneIn } from './opened-rows.ts';
import { inLine } from './plain-lines.ts';

export const checkCommand: Command = {
  options: { ...DIRECTORY_OPTION, write: { type: 'boolean' } },
  words: 1,
  run: async (call) => {
    const { edge, translate, values } = call;
    const tracker = await openTracker(call);
    checkWhole(tracker, call);
    const checked = check(tracker, call);
    for (const { status, subject, finding, rows: where } of checked.findings) {
      const parts = [status, subject, finding, where].filter((part) => part !== null && part !== '');
      edge.out(inLine(parts.join(' · ')));
    }
    const ofLevel = (level: number) =>
      checked.findings.filter(({ statusLevel }) => statusLevel === level).length;
    const [violations, warnings] = [ofLevel(3), ofLevel(2)];
    edge.out(
      violations === 0
        ? translate('tracker.check-none')
        : translate('provision.violations', { count: violations }),
    );
    if (warnings > 0) edge.out(translate('tracker.check-warnings', { count: warnings }));
    if (checked.unreadable > 0)
      edge.out(translate('tracker.check-unreadable', { count: checked.unreadable }));
    if (values.write === true) await writeResult(tracker, call);
    return 0;
  },
};

/** Who took note of a finding, and why, is read anew right before it is written beside it. */
async function writeResult(tracker: OpenTracker, call: Call): Promise<void> {
  const { access, id, language } = tracker;
  const words = wordsOf(language);
  await writeOnce(access, id, async () => {
    const standing: Standing = await readStanding(access, id, tracker);
    const { findings, deliverables, checkedAt } = check({ ...tracker, ...standing }, call);
    const violations = violationTable(findings, standing.rows, words);
    const requests = resultRequests({ violations, deliverables, checkedAt }, standing);
    if (requests) refuseLocked(standing.remote, requests);
    return requests;
  });
  const { tab } = tracker.placed.find((entry) => entry.tab.id === 'violations')!;
  call.edge.out(call.translate('provision.check-written', { tab: tab.title }));
}

function check(tracker: OpenTracker, call: Call) {
  const opened = openedRows(tracker, call);
  const zone = zoneIn(tracker, call);
  return {
    findings: findViolations(opened),
    deliverables: findDeliverables(opened),
    checkedAt: checkedAtSerial(call.edge.nowMs, (atMs) => zone.offsetMs(atMs)),
    unreadable: rowsToMend(checkRows(tracker.rows, opened.options)),
  };
}
