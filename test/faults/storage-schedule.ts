/** One seeded schedule of storage faults against the stored directory: what was taken over last stays, or is said to be gone. */
import type { Problem } from '#core';
import { diceOf } from '../fuzz/mutate.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { breakableBrowser, Killed } from './storage-area.ts';

export const local = breakableBrowser();
export const background = await import('../../extension/background/directory.ts');

const STEPS = ['replace', 'take-over', 'remove', 'undo', 'log', 'restart'] as const;
const FAULTS = ['full', 'killed', 'killed-after', 'damaged', 'damaged-other', 'cleared'] as const;
const DAMAGE: readonly unknown[] = [
  '',
  'x',
  7,
  true,
  [],
  {},
  { format: 'dueline-directory' },
  [null],
  { engagements: 7 },
];
const OTHERS = ['additions', 'directory-before', 'directory-good', 'tickets', 'trackers', 'picks', 'queue'];
const STEPS_EACH = 12;

export interface StorageOutcome {
  steps: number;
  faults: number;
  /** Times that the good copy stood in. */
  restored: number;
  wrong: string[];
}

/** A directory that is told from the others by a customer's name. */
function numbered(number: number) {
  const directory = plainDirectory();
  const [first, ...others] = directory.customers;
  return { ...directory, customers: [{ ...first!, name: `Customer ${number}` }, ...others] };
}

/** Whose copy lies in the storage, where it is one. */
function copyName(): string | null {
  const copy = local.kept.get('directory-good') as ReturnType<typeof numbered> | null | undefined;
  return copy?.customers?.[0]?.name ?? null;
}

async function inUse(): Promise<{ name: string | null; problems: Problem[] }> {
  background.forgetDirectory();
  const { book, problems } = await background.currentDirectory();
  return { name: book?.directory.customers[0]?.name ?? null, problems };
}

export async function runStorageSchedule(seed: number): Promise<StorageOutcome> {
  const { below, pick, chance } = diceOf(seed);
  const outcome: StorageOutcome = { steps: 0, faults: 0, restored: 0, wrong: [] };
  local.kept.clear();
  local.state.wrong = null;
  /** What may be in use: a step that failed may have come as far as its first write, or not. */
  let possible = new Set<string | null>([null]);
  /** Documents that were stored whole at some time: a damaged one may give way to any of the last two. */
  let known = new Set<string | null>([null]);
  let isDamaged = false;
  for (let step = 0; step < STEPS_EACH; step++) {
    const fault = chance(0.35) ? pick(FAULTS) : null;
    if (fault) outcome.faults++;
    if (fault === 'damaged' && local.kept.has('directory')) {
      local.kept.set('directory', pick(DAMAGE));
      isDamaged = true;
    } else if (fault === 'damaged-other') local.kept.set(pick(OTHERS), pick(DAMAGE));
    else if (fault === 'cleared') {
      local.kept.clear();
      [possible, known, isDamaged] = [new Set([null]), new Set([null]), false];
    } else if (fault === 'full' || fault === 'killed' || fault === 'killed-after')
      local.state.wrong = { kind: fault, after: below(4) };
    const what = pick(STEPS);
    const name = `Customer ${step + 1}`;
    const failed = await carriedOut(what, step + 1, outcome);
    local.state.wrong = null;
    outcome.steps++;
    if (what === 'replace' || what === 'take-over' || what === 'remove') {
      const wanted = what === 'remove' ? null : name;
      known.add(wanted);
      possible = failed ? new Set([...possible, wanted]) : new Set([wanted]);
      if (!failed) isDamaged = false;
    } else if (what === 'undo') {
      possible = new Set(known);
    }
    await look();
  }
  return outcome;

  async function look() {
    try {
      const { name, problems } = await inUse();
      const isTold = problems.some(({ code }) => code === 'directory-damaged');
      if (isTold) outcome.restored++;
      // A damaged directory gives way to a good copy, and says so, or is itself said to be unusable.
      const fits = problems.length > 0 ? isDamaged || isTold || name === null : possible.has(name);
      if (!fits || (name !== null && !known.has(name)))
        outcome.wrong.push(`step ${outcome.steps}: ${name} of ${[...possible].join(', ')}`);
      if (problems.length > 0 && !isTold && known.has(copyName()) && copyName() !== null)
        outcome.wrong.push(`step ${outcome.steps}: the good copy ${copyName()} was not used`);
      if (name !== null && problems.length > 0 && !isTold)
        outcome.wrong.push(`step ${outcome.steps}: a problem beside the directory that is none`);
    } catch (error) {
      outcome.wrong.push(`step ${outcome.steps}: ${error instanceof Error ? error.stack : error}`);
    }
  }
}

const MADE_MS = Date.UTC(2026, 5, 8, 9);

/** `true`: it did not come to its end. Whatever goes wrong is a value; only a background that dies throws. */
async function carriedOut(
  what: (typeof STEPS)[number],
  number: number,
  outcome: StorageOutcome,
): Promise<boolean> {
  try {
    if (what === 'replace')
      return (await background.replaceDirectory(JSON.stringify(numbered(number)))).book === null;
    if (what === 'take-over') return (await background.takeOver(numbered(number))) !== null;
    if (what === 'remove') return (await background.removeDirectory()) !== null;
    if (what === 'undo') return (await background.undoDirectory()) !== null;
    if (what === 'log') {
      const activity = { id: `W-${MADE_MS + number}`, engagement: 'E-1', date: '2026-06-08', hours: 1 };
      const change = (all: { activities: unknown[] }) => ({
        ...all,
        activities: [...all.activities, activity],
      });
      return (await background.changeAdditions(change as never)) !== null;
    }
    return false;
  } catch (error) {
    if (!(error instanceof Killed))
      outcome.wrong.push(`${what}: ${error instanceof Error ? error.stack : error}`);
    return true;
  }
}
