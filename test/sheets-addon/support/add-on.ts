/** The built add-on in a bare V8 context: the language, and Google's two globals; nothing of Node or a browser. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { buildAddOn } from '../../../sheets-addon/build.ts';
import type { SidebarRequest, Told } from '../../../sheets-addon/sidebar/protocol.ts';
import type { FakeSheet } from './stand-in/fake-sheet.ts';
import { rangeModel } from './stand-in/range.ts';
import { type StandInOptions, standIn } from './stand-in/stand-in.ts';
import type { World } from './stand-in/world.ts';

/** Builds the add-on as `npm run build` does, and gives its script and manifest. */
export async function builtAddOn(): Promise<{ script: string; manifest: string; sidebar: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'dueline-add-on-'));
  try {
    await buildAddOn(folder);
    return {
      script: await readFile(join(folder, 'Code.js'), 'utf8'),
      sidebar: await readFile(join(folder, 'sidebar.html'), 'utf8'),
      manifest: await readFile(join(folder, 'appsscript.json'), 'utf8'),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export interface RunningAddOn {
  world: World;
  call(
    name: 'onOpen' | 'onInstall' | 'setUp' | 'checkTrackerNow' | 'openSidebar' | 'writeServiceReview',
  ): void;
  /** As somebody changes cells by hand: what Google calls by itself after that. */
  edit(sheet: FakeSheet, area: { row: number; column: number; rows?: number; columns?: number }): void;
  /** As a trigger of ours comes. */
  trigger(id: string): void;
  /** As the sidebar asks: what crosses is plain data, nothing else comes through. */
  ask(request: SidebarRequest): Told;
  sheet(name: string): FakeSheet;
  /** Calls of Google's services since the last time this was asked. */
  callsSince(): number;
}

/** Monday morning after week 2026-W24. */
const MONDAY = '2026-06-15T10:00Z';

export interface RunOptions extends StandInOptions {
  /** A script that comes first, and spoils what the language offers. */
  spoiledBy?: string;
}

export function runAddOn(script: string, { spoiledBy = '', ...options }: RunOptions = {}): RunningAddOn {
  const world = standIn(options);
  world.clock.nowMs = Date.parse(MONDAY);
  const context = createContext({ ...world.globals, clock: () => world.clock.nowMs });
  runInContext('{ const now = clock; delete globalThis.clock; Date.now = () => now(); }', context);
  runInContext(spoiledBy, context);
  runInContext(script, context);
  let counted = 0;
  return {
    world,
    call: (name) => runInContext(`${name}()`, context),
    edit: (sheet, { row, column, rows = 1, columns = 1 }) => {
      const edited = { range: rangeModel(world, { sheet, row, column, rows, columns }) };
      (runInContext('onEdit', context) as (event: object) => void)(edited);
    },
    trigger: (id) => runInContext(`dailyCheck(${JSON.stringify({ triggerUid: id })})`, context),
    ask: (request) =>
      JSON.parse(runInContext(`JSON.stringify(answer(${JSON.stringify(request)}))`, context)) as Told,
    sheet: (name) => {
      const sheet = world.sheets.find((candidate) => candidate.name === name);
      if (!sheet) throw new Error(`No sheet ${name}`);
      return sheet;
    },
    callsSince: () => {
      const total = [...world.calls.values()].reduce((sum, count) => sum + count, 0);
      const since = total - counted;
      counted = total;
      return since;
    },
  };
}
