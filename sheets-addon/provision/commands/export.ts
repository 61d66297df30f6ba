/** `export`: a tracker as an .xlsx file, or as a folder of CSV files, one for each tab that people write on. */
import { writeFileSync } from 'node:fs';
import type { Row, TrackerRows } from '#core/tracker/index.ts';
import { used, writeFolder } from '../tables/write-folder.ts';
import { writeRows } from '../write-tracker.ts';
import { type Command, Complaint, text } from './command.ts';
import { checkWhole, DIRECTORY_OPTION, type OpenTracker, openTracker } from './open-tracker.ts';

export const exportCommand: Command = {
  options: { ...DIRECTORY_OPTION, out: { type: 'string' } },
  words: 1,
  run: async (call) => {
    const { edge, values, translate } = call;
    const out = text(values, 'out');
    if (out === undefined) throw new Complaint([translate('provision.tracker-usage')]);
    const tracker = await openTracker(call);
    checkWhole(tracker, call);
    if (out.toLowerCase().endsWith('.xlsx')) writeFileSync(out, asWorkbook(tracker));
    else
      writeFolder(
        out,
        tracker.placed.map(({ tab }) => tab),
        tracker.rows,
      );
    edge.out(translate('provision.exported', { path: out }));
    return 0;
  },
};

function asWorkbook({ rows, language, rulebook, calendars, named }: OpenTracker): Uint8Array {
  const numbers = Object.entries(named).flatMap(([name, value]) =>
    typeof value === 'number' ? [[name, value] as const] : [],
  );
  const { overview, lists, ...typed } = rows as Record<string, readonly Row[]>;
  const cut = Object.fromEntries(Object.entries(typed).map(([id, all]) => [id, used(all)]));
  return writeRows(cut as TrackerRows, { language, rulebook, calendars, named: Object.fromEntries(numbers) });
}
