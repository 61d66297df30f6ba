/**
 * Every command, with every fault at each of its calls in turn: what passes is sat out; after what does not, the same
 * command completes the same. Nothing is lost and nothing is there twice.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wordsOf } from '#core/tracker/index.ts';
import type { Wanted } from '../../../sheets-addon/provision/online/plan.ts';
import { settle } from '../../../sheets-addon/provision/online/settle.ts';
import type { Book } from '../../support/google/book.ts';
import type { FaultName } from '../../support/google/faults.ts';
import type { StandInGoogle } from '../../support/google/server.ts';
import { fixtureT } from '../support/fixture-t.ts';
import { accountAt, QUIET, SHORT_MS, wantedTracker } from './account.ts';
import { GERMAN } from './import-world.ts';
import { snapshotOf } from './snapshot.ts';
import type { Terminal } from './terminal.ts';
import { trackerWorld } from './world.ts';

const SAT_OUT: FaultName[] = [
  '403-rate',
  '409',
  '429',
  '500',
  '500-after',
  '503-after',
  'cut',
  'cut-after',
  'half-after',
  'silent-after',
];
const GIVEN_UP: FaultName[] = ['401', '403', '403-full', '404'];
const ENOUGH_MS = 6 * 60_000;
const SCOPES = [
  'https://www.googleapis.com/auth/drive.file',
  'https://www.googleapis.com/auth/script.projects',
];

interface World {
  google: StandInGoogle;
  terminal: Terminal;
  id: string;
  wanted: Wanted;
  script: string;
  file: string;
}

async function world(): Promise<World> {
  const rows = fixtureT(wordsOf('en'));
  const tabs = ['decisions', 'deliverables', 'inquiries', 'violations', ...Object.keys(rows)];
  const capacity = Object.fromEntries(tabs.map((tab) => [tab, (rows[tab]?.length ?? 0) + 3]));
  const wanted = wantedTracker('en', rows, capacity);
  const { google, terminal, id } = await trackerWorld(wanted, SCOPES);
  let runs = 0;
  terminal.edge.runName = () => `run-${++runs}`;
  const script = google.scripts.create({ title: 'T', parentId: id }).scriptId!;
  return { google, terminal, id, wanted, script, file: join(terminal.folder, 'out.xlsx') };
}

interface Tried {
  /** What its user does before. */
  prepare?(world: World): Promise<unknown> | unknown;
  run(world: World): Promise<number>;
  /** How many calls there are at least, so that none of this is about nothing. */
  calls: number;
}

const COMMANDS: Record<string, Tried> = {
  'addon push': {
    run: ({ terminal, script }) => terminal.addon('push', '--script', script),
    calls: 2,
  },
  'addon versions --add': {
    prepare: ({ terminal, script }) => terminal.addon('push', '--script', script),
    run: ({ terminal, script }) => terminal.addon('versions', '--script', script, '--add'),
    calls: 3,
  },
  check: { run: ({ terminal, id }) => terminal.tracker('check', id), calls: 2 },
  'check --write': { run: ({ terminal, id }) => terminal.tracker('check', id, '--write'), calls: 3 },
  export: { run: ({ terminal, id, file }) => terminal.tracker('export', id, '--out', file), calls: 2 },
  'import --apply': { prepare: aFile, run: importing, calls: 3 },
  'import --undo --apply': {
    prepare: async (at) => {
      aFile(at);
      await importing(at);
    },
    run: ({ terminal, id }) => terminal.tracker('import', id, '--undo', '--apply'),
    calls: 3,
  },
  'report onto its tab': {
    run: ({ terminal, id }) => terminal.tracker('report', id, '--engagement', 'E-1', '--period', '2026-06'),
    calls: 3,
  },
  // What the command does, at the size of this tracker: its own would be thousands of rows at each of these calls.
  update: {
    prepare: ({ google, id }) => {
      const book = google.book(id);
      book.remove(book.titled('Contacts').id);
      book.shift(book.titled('Cases'), 'COLUMNS', 3, -1);
      book.titled('Activities').cell(2, 0).userEnteredValue = { stringValue: 'typed over' };
    },
    run: async ({ google, terminal, id, wanted }) => {
      try {
        await settle(accountAt(google, terminal.edge.timeoutMs), id, wanted, QUIET);
        return 0;
      } catch (error) {
        terminal.notes.push(String(error));
        return 1;
      }
    },
    calls: 3,
  },
};

function aFile({ terminal }: World): void {
  writeFileSync(join(terminal.folder, 'cases.csv'), GERMAN);
}

function importing({ terminal, id }: World): Promise<number> {
  const from = join(terminal.folder, 'cases.csv');
  return terminal.tracker('import', id, '--into', 'cases', '--from', from, '--apply');
}

/** All that can be told apart afterwards; a run's own name and the instant of a write are its own. */
function stateOf({ google, id, file }: World): string {
  const state = {
    book: snapshotOf(google.book(id)),
    files: google.files.all.map(({ id: own, trashed }) => [own, trashed]),
    scripts: google.scripts.projects,
    written: existsSync(file) ? readFileSync(file).toString('base64') : '',
  };
  return JSON.stringify(state).replace(/run-\d+/g, 'run');
}

test.each(Object.entries(COMMANDS))(
  '%s',
  async (name, { prepare, run, calls }) => {
    const at = await world();
    const { google, terminal } = at;
    await prepare?.(at);
    const book: Book = google.book(at.id);
    const projects = structuredClone(google.scripts.projects);
    /** As it was: a change puts a new book in the old one's place. */
    const begin = (plan: (call: number) => FaultName | undefined) => {
      google.books.set(at.id, book);
      google.scripts.projects.splice(0, Number.POSITIVE_INFINITY, ...structuredClone(projects));
      rmSync(at.file, { force: true });
      google.calls.length = 0;
      google.plan = ({ number }) => plan(number);
    };
    begin(() => undefined);
    expect(await run(at)).toBe(0);
    const count = google.calls.length;
    expect(count).toBeGreaterThanOrEqual(calls);
    const said = [...terminal.out];
    const wanted = stateOf(at);
    for (let position = 1; position <= count; position++) {
      const once = (fault: FaultName) => (call: number) => (call === position ? fault : undefined);
      for (const fault of SAT_OUT) {
        begin(once(fault));
        terminal.edge.timeoutMs = fault === 'silent-after' ? SHORT_MS : 25_000;
        expect(await run(at), `${name}, ${fault} at call ${position}: ${terminal.notes}`).toBe(0);
        expect(stateOf(at) === wanted, `${name}, ${fault} at call ${position}: the same`).toBe(true);
        expect(terminal.out, `${name}, ${fault} at call ${position}`).toEqual(said);
      }
      for (const fault of GIVEN_UP) {
        begin(once(fault));
        terminal.edge.timeoutMs = 25_000;
        expect(await run(at), `${name}, ${fault} at call ${position}`).toBe(1);
        expect(terminal.notes.at(-1), `${name}, ${fault} at call ${position}: why`).toMatch(/\S/);
        google.plan = () => undefined;
        expect(await run(at), `${name}, after ${fault} at call ${position}: ${terminal.notes}`).toBe(0);
        expect(stateOf(at) === wanted, `${name}, after ${fault} at call ${position}: the same`).toBe(true);
      }
    }
  },
  ENOUGH_MS,
);
