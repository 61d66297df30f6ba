/** `report`: the service review of one engagement, from a tracker or a directory's file, as an .xlsx for its customer. */
import { writeFileSync } from 'node:fs';
import {
  isProblem,
  openDirectory,
  type ReportPeriod,
  readDirectory,
  readReportPeriod,
  reviewPeriods,
  type ServiceReview,
  sayProblem,
  serviceReview,
  zoneOf,
} from '#core';
import { reviewPage } from '#core/report/index.ts';
import type { Rulebook } from '#core/rulebook/schema.ts';
import {
  engagementIn,
  firstRowOf,
  openTracker as openRows,
  tabOf,
  trackerReview,
  wordsOf,
} from '#core/tracker/index.ts';
import { packPage } from '../xlsx/package.ts';
import { type Call, type Command, Complaint, fileText, text } from './command.ts';
import { checkWhole, DIRECTORY_OPTION, openTracker } from './open-tracker.ts';

interface Reviewed {
  review: ServiceReview;
  rulebook: Rulebook;
}

export const reportCommand: Command = {
  options: {
    ...DIRECTORY_OPTION,
    engagement: { type: 'string' },
    period: { type: 'string' },
    out: { type: 'string' },
  },
  words: 1,
  run: async (call) => {
    const { edge, values, translate, language, positionals } = call;
    const [id, out] = [text(values, 'engagement'), text(values, 'out')];
    if (id === undefined || out === undefined) throw new Complaint([translate('provision.tracker-usage')]);
    const source = positionals[0]!;
    const { review, rulebook } = source.toLowerCase().endsWith('.json')
      ? fromFile(source, id, call)
      : await fromTracker(id, call);
    const words = wordsOf(language);
    writeFileSync(out, packPage(reviewPage(review, words, rulebook), words.text('report.tab'), words));
    edge.out(translate('provision.exported', { path: out }));
    return 0;
  },
};

function fromFile(path: string, id: string, call: Call): Reviewed {
  const { edge, translate } = call;
  const reading = readDirectory(fileText(path, translate));
  const book = reading.directory ? openDirectory(reading.directory) : reading.problems;
  if (Array.isArray(book)) throw new Complaint(book.map((problem) => sayProblem(problem, translate)));
  const engagement = book.engagements.get(id) ?? unknown(id, call);
  const { nowMs } = edge;
  const usual = () => reviewPeriods(book, engagement, { nowMs, back: 1 })[1]!;
  return {
    review: serviceReview(book, engagement, { period: periodFor(call, usual), nowMs }),
    rulebook: book.rulebook,
  };
}

async function fromTracker(id: string, call: Call): Promise<Reviewed> {
  const { edge, translate } = call;
  const tracker = await openTracker(call);
  checkWhole(tracker, call);
  const zone = zoneOf(tracker.remote.timeZone);
  if (isProblem(zone)) throw new Complaint([sayProblem(zone, translate)]);
  const { rows, workbook, rulebook } = tracker;
  const opened = openRows(rows, {
    rulebook,
    words: wordsOf(tracker.language),
    rulesRows: rows.rules ?? [],
    nowMs: edge.nowMs + zone.offsetMs(edge.nowMs),
    firstRowOf: (tab) => firstRowOf(tabOf(workbook, tab)),
  });
  const engagement = engagementIn(opened, id) ?? unknown(id, call);
  const { nowMs } = opened.options;
  const usual = () => reviewPeriods(opened.book, engagement, { nowMs, back: 1 })[1]!;
  const period = periodFor(call, usual);
  return {
    review: trackerReview(opened, id, { period, zone: tracker.remote.timeZone })!,
    rulebook: opened.book.rulebook,
  };
}

/** The period that was asked for; else the last complete one of the engagement's own rhythm. */
function periodFor({ values, translate }: Call, usual: () => ReportPeriod): ReportPeriod {
  const wanted = text(values, 'period');
  if (wanted === undefined) return usual();
  const period = readReportPeriod(wanted);
  if (!period) throw new Complaint([translate('report.period-unknown', { period: wanted })]);
  return period;
}

function unknown(id: string, { translate }: Call): never {
  throw new Complaint([translate('report.engagement-unknown', { engagement: id })]);
}
