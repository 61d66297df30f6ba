/** Brings a spreadsheet to what is described, whatever happens on the way: look, write what is missing, look again. */
import { CallFailed } from '../google/failure.ts';
import { patiently, sittingOut } from '../google/patience.ts';
import { cellsAddedBy, refuseBeyondLimit } from './cell-room.ts';
import type { Change } from './change.ts';
import { refuseLocked } from './locked.ts';
import { orphanChanges } from './orphans.ts';
import { changesOf, type Plan, planFor, type Wanted } from './plan.ts';
import { type Access, readRemote } from './remote.ts';

export interface Progress {
  /** About to write a tab: which, and of how many. */
  tab(title: string, number: number, total: number): void;
}

/** Rounds that change something before we say that Google keeps something other than what was written. */
const ROUNDS = 4;

/**
 * Writes until nothing is missing. A write of which nobody can say whether it was carried out is never sent
 * again as it was: the spreadsheet is read, and only what it still lacks is written.
 */
export async function settle(
  access: Access,
  spreadsheetId: string,
  wanted: Wanted,
  progress: Progress,
): Promise<{ plan: Plan; changes: Change[] }> {
  const made: Change[] = [];
  const sitOut = sittingOut(access.patience, ['refused', 'unclear']);
  const refused = refusedTwice();
  for (let round = 0; ; ) {
    const plan = await planFor(access, spreadsheetId, wanted);
    if (changesOf(plan).length === 0) return { plan, changes: made };
    refuseBeyondLimit(plan.remote, cellsAddedBy(plan));
    refuseLocked(
      plan.remote,
      changesOf(plan).flatMap(({ requests }) => requests),
    );
    if (round >= ROUNDS) throw new CallFailed('refused', sayLeft(plan));
    try {
      made.push(...(await writePlan(access, spreadsheetId, plan, progress)));
      round++;
    } catch (error) {
      if (refused(error, plan)) throw error;
      await sitOut(error);
    }
  }
}

/** Somebody else may have been at it in the same moment. What would be sent again as it was is refused for good. */
function refusedTwice(): (error: unknown, plan: Plan) => boolean {
  let before = '';
  return (error, plan) => {
    if (!(error instanceof CallFailed && error.kind === 'refused')) return false;
    const sent = JSON.stringify(changesOf(plan));
    const isTwice = sent === before;
    before = sent;
    return isTwice;
  };
}

/** The skeleton alone where there is one to write: what the tabs lack is then worked out from what is there. */
async function writePlan(
  access: Access,
  spreadsheetId: string,
  plan: Plan,
  progress: Progress,
): Promise<Change[]> {
  const { services, patience } = access;
  const send = (changes: readonly Change[]) =>
    patiently(
      'write',
      () =>
        services.sheets.spreadsheets.batchUpdate({
          spreadsheetId,
          fields: 'spreadsheetId',
          requestBody: { requests: changes.flatMap(({ requests }) => requests) },
        }),
      patience,
    );
  if (plan.skeleton.length > 0) {
    await send(plan.skeleton);
    return plan.skeleton;
  }
  if (plan.tabs.length === 0) {
    // What goes by its place is looked for once more: somebody may have put a column in before it.
    const now = orphanChanges(plan.placed, await readRemote(access, spreadsheetId));
    if (JSON.stringify(now) !== JSON.stringify(plan.leftovers)) return [];
    await send(plan.leftovers);
    return plan.leftovers;
  }
  for (const [index, { tab, changes }] of plan.tabs.entries()) {
    progress.tab(tab.tab.title, index + 1, plan.tabs.length);
    await send(changes);
  }
  return plan.tabs.flatMap(({ changes }) => changes);
}

function sayLeft(plan: Plan): string {
  return changesOf(plan)
    .map(({ says }) => says)
    .join(', ');
}
