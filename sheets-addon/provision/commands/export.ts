/** `export`: a tracker as an .xlsx file, or as a folder of CSV files, one for each tab that people write on. */
import { writeFileSync } from 'node:fs';
import { emptyReviewPage, type Page, reviewPage } from '#core/report/index.ts';
import { agendaIds, type Row, type TrackerRows, wordsOf } from '#core/tracker/index.ts';
import { used, writeFolder } from '../tables/write-folder.ts';
import { writeRows } from '../write-tracker.ts';
import { type Call, type Command, Complaint, text } from './command.ts';
import { checkWhole, DIRECTORY_OPTION, type OpenTracker, openTracker } from './open-tracker.ts';
import { openedRows } from './opened-rows.ts';
import { REVIEW_OPTIONS, reviewIn } from './reviewed.ts';

export const exportCommand: Command = {
  options: { ...DIRECTORY_OPTION, ...REVIEW_OPTIONS, out: { type: 'string' } },
  words: 1,
  run: async (call) => {
    const { edge, values, translate } = call;
    const out = text(values, 'out');
    const isWorkbook = out?.toLowerCase().endsWith('.xlsx') ?? false;
    const asksReview = Object.keys(REVIEW_OPTIONS).some((name) => values[name] !== undefined);
    if (out === undefined || (asksReview && !isWorkbook)) {
      throw new Complaint([translate('provision.tracker-usage')]);
    }
    const tracker = await openTracker(call);
    checkWhole(tracker, call);
    if (isWorkbook) writeFileSync(out, asWorkbook(tracker, reviewOf(tracker, call)));
    else
      writeFolder(
        out,
        tracker.placed.map(({ tab }) => tab),
        tracker.rows,
        tracker.named,
      );
    edge.out(translate('provision.exported', { path: out }));
    return 0;
  },
};

/** In the tracker's own language; of the first engagement, where none is asked for. */
function reviewOf(tracker: OpenTracker, call: Call): Page {
  const words = wordsOf(tracker.language);
  const opened = openedRows(tracker, call);
  const id = text(call.values, 'engagement') ?? agendaIds(opened)[0];
  if (id === undefined) return emptyReviewPage(words);
  const { review, rulebook } = reviewIn(opened, id, tracker.remote.timeZone, call);
  return reviewPage(review, words, rulebook);
}

function asWorkbook({ rows, language, rulebook, calendars, named }: OpenTracker, report: Page): Uint8Array {
  const numbers = Object.entries(named).flatMap(([name, value]) =>
    typeof value === 'number' ? [[name, value] as const] : [],
  );
  const { overview, lists, ...typed } = rows as Record<string, readonly Row[]>;
  const cut = Object.fromEntries(Object.entries(typed).map(([id, all]) => [id, used(all)]));
  return writeRows(cut as TrackerRows, {
    language,
    rulebook,
    calendars,
    named: Object.fromEntries(numbers),
    report,
  });
}
