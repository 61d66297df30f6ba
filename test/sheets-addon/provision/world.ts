/** Google's stand-in, a terminal that is signed in there, and a tracker: each is gone with the test that asked for it. */
import { onTestFinished } from 'vitest';
import type { TrackerRows } from '#core/tracker/index.ts';
import type { Wanted } from '../../../sheets-addon/provision/online/plan.ts';
import type { Book } from '../../support/google/book.ts';
import { StandInGoogle } from '../../support/google/server.ts';
import { type Account, accountAt, makeTracker, wantedTracker } from './account.ts';
import { type Terminal, terminalAt } from './terminal.ts';

export interface GoogleWorld {
  google: StandInGoogle;
  account: Account;
  terminal: Terminal;
}

export interface TrackerWorld extends GoogleWorld {
  id: string;
  /** As it stands now: each write puts a new one in its place. */
  book(): Book;
}

/** `scopes`: what the terminal's user has allowed, where it is more than their own files. */
export async function googleWorld(scopes?: readonly string[]): Promise<GoogleWorld> {
  const google = new StandInGoogle();
  await google.start();
  const terminal = terminalAt(google);
  terminal.signIn(scopes);
  onTestFinished(async () => {
    terminal.remove();
    await google.stop();
  });
  return { google, account: accountAt(google), terminal };
}

export async function trackerWorld(
  wanted: Wanted = wantedTracker(),
  scopes?: readonly string[],
): Promise<TrackerWorld> {
  const world = await googleWorld(scopes);
  const { id } = await makeTracker(world.account, wanted);
  return { ...world, id, book: () => world.google.book(id) };
}

/** Tabs as long as their rows, and a little longer. */
export function capacityFor(rows: TrackerRows): Record<string, number> {
  return Object.fromEntries(Object.entries(rows).map(([id, own]) => [id, own.length + 3]));
}
