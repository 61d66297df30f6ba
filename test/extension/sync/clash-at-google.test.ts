/** What the sheet says against what its user has decided or listed: the sheet stays, the user's own is kept beside it. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDirectory } from '#core';
import { type Additions, NO_ADDITIONS } from '#core/engagement/additions.ts';
import { drive } from '../../../extension/background/queue/drive.ts';
import { EMPTY_QUEUE, type QueueState } from '../../../extension/background/queue/entry.ts';
import { GRACE_MS, reconciled } from '../../../extension/background/queue/machine.ts';
import { wantedEntries } from '../../../extension/background/queue/wanted.ts';
import { plainDirectory } from '../../support/plain-directory.ts';
import { stubStorage } from '../../support/storage-stub.ts';
import { storedTracker } from '../../support/stored-tracker.ts';
import { type Bench, trackerBench } from './google.ts';

stubStorage();
const { waysOut } = await import('../../../extension/background/waiting.ts');

const START_MS = Date.UTC(2026, 5, 8, 9);
const TICKET = 'https://desk.example/7';
let bench: Bench;
beforeEach(async () => {
  bench = await trackerBench();
});
afterEach(() => bench.close());

const decided = (decision: 'no-answer-needed' | 'acknowledged'): Additions => ({
  ...NO_ADDITIONS,
  decisions: [
    {
      id: 'D-1',
      decision,
      engagement: 'E-1',
      ticket: TICKET,
      about: '2026-06-08T07:00:00.000Z',
      by: 'Mira',
      at: '2026-06-08T09:00:00.000Z',
    },
  ],
});
const listed: Additions = {
  ...NO_ADDITIONS,
  cases: [
    { id: 'C-9', engagement: 'E-1', subject: 'Printer', status: 'open', opened: '2026-06-08', link: TICKET },
  ],
};

/** Sends what was added; what is left is what its user sees under “Waiting to be written”. */
async function sent(additions: Additions): Promise<QueueState> {
  const directory = plainDirectory();
  const book = openDirectory(directory);
  if (Array.isArray(book)) throw new Error('the directory does not open');
  const stored = storedTracker({ name: 'T', version: '1', directory, readMs: 0 });
  let state = reconciled(EMPTY_QUEUE, wantedEntries(additions, [], { [bench.id]: stored }, book, START_MS));
  await drive({
    store: {
      read: async () => state,
      change: async (step) => {
        state = step(state);
      },
    },
    sheetOf: () => bench.sheet,
    clock: () => START_MS + GRACE_MS,
  });
  return state;
}

/** What stands in a tab's first filled row, by the words of its headers. */
function firstRow(tab: string): Record<string, string | undefined> {
  const { headers, row } = filledRow(tab);
  return Object.fromEntries(headers.map((header, place) => [textOf(header) ?? '', textOf(row[place])]));
}

function type(tab: string, header: string, text: string): void {
  const { headers, row } = filledRow(tab);
  const place = headers.findIndex((cell) => textOf(cell) === header);
  row[place] = { ...row[place], userEnteredValue: { stringValue: text } };
}

function filledRow(tab: string) {
  const [headers, ...rows] = bench.google.onlyBook.titled(tab).rows;
  return { headers: headers!, row: rows.find((row) => row?.some((cell) => textOf(cell))) ?? rows[0]! };
}

const textOf = (cell: { userEnteredValue?: { stringValue?: string | null } } | undefined) =>
  cell?.userEnteredValue?.stringValue ?? undefined;

/** Somebody changes the row in the moment in which it has come in. */
function changedOnArrival(tab: string, header: string, text: string): void {
  let isIn = false;
  bench.google.plan = ({ path }) => {
    if (isIn) {
      bench.google.plan = () => undefined;
      type(tab, header, text);
    }
    isIn ||= path.endsWith(':batchUpdate');
    return undefined;
  };
}

test.each(['no-answer-needed', 'acknowledged'] as const)(
  '%s, changed in the sheet as it came in: the sheet stays, both are kept, and it can go in as another row',
  async (decision) => {
    changedOnArrival('Decisions', 'Reason', 'asked Ada first');
    const { entries } = await sent(decided(decision));
    expect(entries).toMatchObject([
      {
        status: 'held',
        heldFor: 'different',
        cells: { by: 'Mira', reason: null },
        theirs: { by: 'Mira', reason: 'asked Ada first' },
      },
    ]);
    expect(firstRow('Decisions')).toMatchObject({ Reason: 'asked Ada first' });
    expect(waysOut(entries[0]!)).toEqual(['retry', 'as-new', 'drop']);
  },
);

test('a ticket that somebody has listed for another engagement stays theirs, and the own case is kept beside it', async () => {
  for (const [header, text] of [
    ['Case', 'C-1'],
    ['Engagement', 'E-2'],
    ['Link', TICKET],
  ] as const)
    type('Cases', header, text);
  const { entries } = await sent(listed);
  expect(entries).toMatchObject([
    { status: 'held', heldFor: 'different', cells: { engagement: 'E-1' }, theirs: { engagement: 'E-2' } },
  ]);
  expect(firstRow('Cases')).toMatchObject({ Engagement: 'E-2' });
  // A ticket is listed once: there is no other row for it.
  expect(waysOut(entries[0]!)).toEqual(['retry', 'drop']);
});

test('a ticket that somebody has listed for the same engagement is listed: theirs counts, and nothing waits', async () => {
  for (const [header, text] of [
    ['Case', 'C-1'],
    ['Engagement', 'E-1'],
    ['Link', TICKET],
  ] as const)
    type('Cases', header, text);
  expect((await sent(listed)).entries).toEqual([]);
  expect(firstRow('Cases')).toMatchObject({ Case: 'C-1', Engagement: 'E-1' });
});
