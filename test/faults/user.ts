/** A user of the overlay, as the background acts for them: logs, lists tickets as cases, decides, and takes it back. */
import type { DirectoryBook } from '#core';
import { type Additions, missingIn } from '#core/engagement/additions.ts';
import type { Amendment } from '#core/engagement/amendments.ts';
import { dismissedInquiries } from '#core/engagement/decisions.ts';
import type { Directory } from '#core/engagement/directory-schema.ts';
import type { Decision } from '#core/engagement/schema.ts';
import type { NewEntry, QueueState } from '../../extension/background/queue/entry.ts';
import { takenOut } from '../../extension/background/queue/machine.ts';
import { caseKey, wantedEntries } from '../../extension/background/queue/wanted.ts';
import { isFailure, type TrackerSheet } from '../../extension/platform/sheets/tracker-sheet.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { storedTracker } from '../support/stored-tracker.ts';
import { workIn } from './changes.ts';
import type { World } from './world.ts';

export const INQUIRIES = [1, 2].map((number) => ({
  ticket: `https://desk.example/inquiry/${number}`,
  about: `2026-06-08T0${number}:00:00.000Z`,
}));
export const CASES = [1, 2, 3].map((number) => `https://desk.example/case/${number}`);

/** What the stores of one browser hold; each change can end in a kill. */
export interface Stores {
  additions: () => Additions;
  changeAdditions: (change: (additions: Additions) => Additions) => Promise<void>;
  amendments: () => readonly Amendment[];
  changeAmendments: (change: (amendments: readonly Amendment[]) => readonly Amendment[]) => Promise<void>;
  changeQueue: (change: (state: QueueState) => QueueState) => Promise<void>;
}

/** What the user was told is kept, as ids. */
export interface Told {
  activities: string[];
  cases: string[];
  /** By the inquiry's ticket: whether its user's last word is that no answer is needed. */
  dismissed: Map<string, boolean>;
  /** Hours of what was changed in the tracker, by its id; `null`: taken out. */
  changed: Map<string, number | null>;
}

export function userOf(stores: Stores, tracker: Pick<World, 'read'>) {
  const told: Told = { activities: [], cases: [], dismissed: new Map(), changed: new Map() };
  let made = 0;

  const add = async (
    change: (additions: Additions) => Additions,
    isIn: (additions: Additions) => boolean,
  ) => {
    try {
      await stores.changeAdditions(change);
      return true;
    } catch {
      // Killed: it is kept where it was written before that, and its user sees so.
      return isIn(stores.additions());
    }
  };
  const journal = () => [
    ...decisionsIn(tracker),
    ...missingIn(readBack(tracker), stores.additions()).decisions,
  ];
  const decide = (entry: Decision) =>
    add(
      (additions) => ({ ...additions, decisions: [...additions.decisions, entry] }),
      ({ decisions }) => decisions.some(({ id }) => id === entry.id),
    );

  return {
    told,
    async log(engagement: string, hours: number) {
      const id = `W-${made++}`;
      const activity = { id, engagement, date: '2026-06-08', hours };
      const isKept = await add(
        (additions) => ({ ...additions, activities: [...additions.activities, activity] }),
        ({ activities }) => activities.some((entry) => entry.id === id),
      );
      if (isKept) told.activities.push(id);
    },
    /** Other hours for work that the tracker has, or none of it; what waits already is left alone. */
    async change(hours: number | null, pick: <T>(from: readonly T[]) => T) {
      const waits = new Set(stores.amendments().map(({ base }) => base.id));
      const mine = workIn(tracker).filter(({ id }) => told.activities.includes(id) && !waits.has(id));
      const isHere = new Set(stores.additions().activities.map(({ id }) => id));
      const standing = mine.filter(({ id }) => !isHere.has(id));
      if (standing.length === 0) return;
      const base = pick(standing);
      const key = `${base.id} 1-${made++}`;
      const amendment = { key, base, next: hours === null ? null : { ...base, hours } };
      await stores.changeAmendments((now) => [...now, amendment]).catch(() => undefined);
      if (stores.amendments().some((one) => one.key === key)) told.changed.set(base.id, hours);
    },
    async list(link: string, engagement: string) {
      // On a ticket that is listed the overlay offers nothing to list.
      if (stores.additions().cases.some((entry) => entry.link === link)) return;
      const entry = { id: `C-${made++}`, engagement, status: 'open' as const, opened: '2026-06-08', link };
      const isKept = await add(
        (additions) => ({
          ...additions,
          cases: [...additions.cases.filter((one) => one.link !== link), entry],
        }),
        ({ cases }) => cases.some((one) => one.link === link),
      );
      if (isKept && !told.cases.includes(link)) told.cases.push(link);
    },
    /** Says that an inquiry needs no answer, or takes that back where somebody has said so. */
    async turn({ ticket, about }: (typeof INQUIRIES)[number], atMs: number) {
      const said = dismissedInquiries({ decisions: journal() }).find((one) => one.ticket === ticket);
      const entry = {
        id: `D-${made++}`,
        engagement: 'E-1',
        ticket,
        about,
        by: 'Mira',
        at: new Date(atMs).toISOString(),
      };
      if (!said) {
        if (await decide({ ...entry, decision: 'no-answer-needed' })) told.dismissed.set(ticket, true);
        return;
      }
      let isOurs = false;
      try {
        await stores.changeQueue((state) => {
          const taken = takenOut(state, said.decision!);
          isOurs = taken.isOurs && stores.additions().decisions.some(({ id }) => id === said.decision);
          return isOurs ? taken.state : state;
        });
      } catch {
        return;
      }
      const isBack = isOurs
        ? await add(
            (additions) => ({
              ...additions,
              decisions: additions.decisions.filter(({ id }) => id !== said.decision),
            }),
            ({ decisions }) => decisions.every(({ id }) => id !== said.decision),
          )
        : await decide({ ...entry, decision: 'answer-needed' });
      if (isBack) told.dismissed.set(ticket, false);
    },
  };
}

/** What the tracker says of itself, as far as its ids and links can be read. */
export function readBack(tracker: Pick<World, 'read'>): Directory {
  const text = (cell: unknown) => (typeof cell === 'string' ? cell : '');
  return {
    ...plainDirectory(),
    activities: tracker.read('activities').map(({ id }) => ({ id: text(id), engagement: 'E-1', hours: 0 })),
    cases: tracker.read('cases').map(({ id, link }) => ({
      id: text(id),
      engagement: 'E-1',
      status: 'open' as const,
      link: text(link),
    })),
    decisions: decisionsIn(tracker),
  };
}

export function decisionsIn(tracker: Pick<World, 'read'>): Decision[] {
  return tracker
    .read('decisions')
    .flatMap(({ id, decision, ticket, about, by, at }) =>
      [id, decision, ticket, about, by, at].every((cell) => typeof cell === 'string')
        ? [{ id, decision, ticket, about, by, at } as Decision]
        : [],
    );
}

export function wantedOf(
  additions: Additions,
  amendments: readonly Amendment[],
  book: DirectoryBook,
  atMs: number,
): NewEntry[] {
  const stored = storedTracker({ name: 'T', version: '1', directory: plainDirectory(), readMs: 0 });
  return wantedEntries(additions, amendments, { T: stored }, book, atMs);
}

/** Somebody else's browser adds a ticket as a case too, as strictly as ours does. */
export async function elsewhere(sheet: TrackerSheet, link: string): Promise<void> {
  const columns = ['engagement', 'link', 'id'];
  const found = await sheet.rowOf('cases', columns, { column: 'link', text: link });
  const layout = await sheet.layout('cases', columns);
  if (found !== null || isFailure(layout)) return;
  await sheet.insert(layout, caseKey(link), { engagement: 'E-1', link, id: `elsewhere ${link}` });
}
