/**
 * `report`: the service review of one engagement, from a tracker or a directory's file: as an .xlsx for its customer, or
 * on the tracker's own tab.
 */
import { writeFileSync } from 'node:fs';
import { openDirectory, readDirectory, reviewPeriods, sayProblem, serviceReview } from '#core';
import { reviewPage } from '#core/report/index.ts';
import { agendaIds, engagementIn, type OpenTracker as OpenRows, wordsOf } from '#core/tracker/index.ts';
import { writeOnce } from '../online/once.ts';
import { readRemote } from '../online/remote.ts';
import type { ReportTab } from '../online/report-cells.ts';
import { chartsOn, isWrittenBy, reportRequests, reportSheetIn } from '../online/report-tab.ts';
import { packPage } from '../xlsx/package.ts';
import { type Call, type Command, Complaint, fileText, text } from './command.ts';
import { checkWhole, DIRECTORY_OPTION, type OpenTracker, openTracker } from './open-tracker.ts';
import { openedRows } from './opened-rows.ts';
import { periodFor, REVIEW_OPTIONS, type Reviewed, reviewIn, unknownEngagement } from './reviewed.ts';

interface FromTracker extends Reviewed {
  tracker: OpenTracker;
  opened: OpenRows;
}

/** Complete periods on offer in the tab, beside the running one. */
const OFFERED_BACK = 12;

export const reportCommand: Command = {
  options: {
    ...DIRECTORY_OPTION,
    ...REVIEW_OPTIONS,
    out: { type: 'string' },
  },
  words: 1,
  run: async (call) => {
    const { edge, values, translate, language, positionals } = call;
    const [id, out] = [text(values, 'engagement'), text(values, 'out')];
    const source = positionals[0]!;
    const isFile = source.toLowerCase().endsWith('.json');
    if (isFile && out === undefined) throw new Complaint([translate('provision.tracker-usage')]);
    if (out === undefined) return ontoTab(await fromTracker(id, call), call);
    const { review, rulebook } = isFile ? fromFile(source, id, call) : await fromTracker(id, call);
    const words = wordsOf(language);
    writeFileSync(out, packPage(reviewPage(review, words, rulebook), words.text('report.tab'), words));
    edge.out(translate('provision.exported', { path: out }));
    return 0;
  },
};

/** In the tracker's own language, as the add-on would write it. */
async function ontoTab({ review, rulebook, tracker, opened }: FromTracker, call: Call): Promise<number> {
  const { edge, translate } = call;
  const { access, id, language } = tracker;
  const words = wordsOf(language);
  const ids = agendaIds(opened);
  const engagement = engagementIn(opened, review.engagement.id)!;
  const offered = reviewPeriods(opened.book, engagement, { nowMs: opened.options.nowMs, back: OFFERED_BACK });
  const report: ReportTab = {
    title: words.text('report.tab'),
    page: reviewPage(review, words, rulebook),
    inputs: [
      {
        label: words.header('overview', 'engagement'),
        value: review.engagement.id,
        name: 'Dueline_reportEngagement',
        offered: ids,
      },
      {
        label: words.text('report.period'),
        value: review.period.id,
        name: 'Dueline_reportPeriod',
        offered: offered.map((period) => period.id),
      },
    ],
    hint: words.text('report.hint'),
    run: edge.runName(),
  };
  let title = report.title;
  await writeOnce(access, id, async () => {
    const remote = await readRemote(access, id);
    title = reportSheetIn(remote)?.title ?? title;
    if (isWrittenBy(report.run, remote)) return null;
    return reportRequests(report, remote, await chartsOn(access, id, reportSheetIn(remote)));
  });
  const said = { engagement: review.engagement.id, period: review.period.id, tab: title };
  edge.out(translate('report.written', said));
  return 0;
}

function fromFile(path: string, id: string | undefined, call: Call): Reviewed {
  const { edge, translate } = call;
  const reading = readDirectory(fileText(path, translate));
  const book = reading.directory ? openDirectory(reading.directory) : reading.problems;
  if (Array.isArray(book)) throw new Complaint(book.map((problem) => sayProblem(problem, translate)));
  const wanted = id ?? which([...book.engagements.keys()], call);
  const engagement = book.engagements.get(wanted) ?? unknownEngagement(wanted, call);
  const { nowMs } = edge;
  const period = periodFor(call, { book, engagement, nowMs });
  return {
    review: serviceReview(book, engagement, { period, nowMs }),
    rulebook: book.rulebook,
  };
}

async function fromTracker(id: string | undefined, call: Call): Promise<FromTracker> {
  const tracker = await openTracker(call);
  checkWhole(tracker, call);
  const opened = openedRows(tracker, call);
  const wanted = id ?? which(agendaIds(opened), call);
  return { ...reviewIn(opened, wanted, tracker.remote.timeZone, call), tracker, opened };
}

function which(ids: readonly string[], { translate }: Call): never {
  throw new Complaint([translate('provision.report-which', { engagements: ids.join(', ') })]);
}
