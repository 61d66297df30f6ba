/** The add-on goes to Google as it was built, once, and beside what others have put there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import type { FaultName } from '../../support/google/faults.ts';
import { ROOT } from '../../support/walk.ts';
import { type GoogleWorld, googleWorld } from './world.ts';

// Whole trackers are made here; a busy machine takes its time.
vi.setConfig({ testTimeout: 3 * 60_000 });

let google: GoogleWorld['google'];
let terminal: GoogleWorld['terminal'];
let script: string;
const SCOPES = [
  'https://www.googleapis.com/auth/drive.file',
  'https://www.googleapis.com/auth/script.projects',
];
beforeEach(async () => {
  ({ google, terminal } = await googleWorld(SCOPES));
  script = google.scripts.create({ title: 'T', parentId: 'sheet' }).scriptId!;
});

const push = (...argv: string[]) =>
  terminal.addon('push', '--script', `https://script.google.com/d/${script}/edit`, ...argv);
const project = () => google.scripts.projects[0]!;

test('push uploads the bundle with its manifest, keeps foreign files, and does nothing the second time', async () => {
  project().files.push({ name: 'Mine', type: 'SERVER_JS', source: 'function mine(){}' });
  expect(await push('--dry-run')).toBe(0);
  expect(terminal.out[0]).toBe('3 files differ: Code, appsscript, sidebar. Nothing was written.');
  expect(project().files.map(({ name }) => name)).toEqual(['appsscript', 'Mine']);
  expect(await push()).toBe(0);
  const files = new Map(project().files.map(({ name, source }) => [name, source!]));
  expect([...files.keys()].sort()).toEqual(['Code', 'Mine', 'appsscript', 'sidebar']);
  expect(files.get('appsscript')).toBe(readFileSync(join(ROOT, 'sheets-addon/appsscript.json'), 'utf8'));
  expect(files.get('Code')).toContain('function onOpen()');
  expect(files.get('sidebar')).toContain('<div id="app">');
  expect(files.get('Mine')).toBe('function mine(){}');
  google.calls.length = 0;
  expect(await push()).toBe(0);
  expect(terminal.out[0]).toBe('Nothing to do: the script is as built.');
  expect(google.calls.map(({ method }) => method)).toEqual(['GET']);
});

test('the daily check’s permissions are in the manifest only where somebody wants them, and stay over later builds', async () => {
  const scopes = () => {
    const manifest = project().files.find(({ name }) => name === 'appsscript')!;
    return (JSON.parse(manifest.source!) as { oauthScopes: string[] }).oauthScopes;
  };
  const google = (name: string) => `https://www.googleapis.com/auth/${name}`;
  const least = [google('script.container.ui'), google('spreadsheets.currentonly')];
  await push();
  expect(scopes()).toEqual(least);
  expect(await push('--daily-check', 'yes')).toBe(1);
  expect(terminal.notes.join('\n')).toContain('takes “on” or “off”, not “yes”');
  expect(await push('--daily-check', 'on')).toBe(0);
  const all = [...least, google('script.scriptapp'), google('script.send_mail')];
  expect(scopes()).toEqual(all);
  expect(await push()).toBe(0);
  expect(scopes()).toEqual(all);
  expect(await terminal.addon('versions', '--script', script, '--add')).toBe(0);
  expect(await push('--daily-check', 'off')).toBe(0);
  expect(scopes()).toEqual(least);
});

test('versions: the same contents make one version, whatever fault comes between', async () => {
  expect(await terminal.addon('versions', '--script', script, '--add')).toBe(1);
  expect(terminal.notes.join('\n')).toContain('Upload it first');
  await push();
  for (const fault of ['500-after', 'cut-after', 'half-after', '429', '500'] as FaultName[]) {
    let isMet = false;
    google.plan = ({ method, path }) => {
      if (isMet || method !== 'POST' || !path.endsWith('/versions')) return undefined;
      isMet = true;
      return fault;
    };
    project().versions.length = 0;
    expect(await terminal.addon('versions', '--script', script, '--add')).toBe(0);
    expect(isMet).toBe(true);
    expect(project().versions, fault).toHaveLength(1);
    expect(await terminal.addon('versions', '--script', script, '--add')).toBe(0);
    expect(project().versions, fault).toHaveLength(1);
  }
  expect(terminal.out.at(-1)).toMatch(/^1 · .* · Dueline [0-9a-f]{12}$/);
});

test('a new script for a tracker; where its answer is lost, the user is told where to look and none is made twice', async () => {
  google.scripts.projects.length = 0;
  google.plan = ({ path }) => (path === '/v1/projects' ? 'cut-after' : undefined);
  expect(
    await terminal.addon('push', '--spreadsheet', 'https://docs.google.com/spreadsheets/d/abc/edit'),
  ).toBe(1);
  expect(terminal.notes.join('\n')).toContain('Extensions › Apps Script');
  expect(google.scripts.projects).toHaveLength(1);
  google.plan = () => undefined;
  expect(await terminal.addon('push', '--script', google.scripts.projects[0]!.id)).toBe(0);
  expect(google.scripts.projects[0]).toMatchObject({ parentId: 'abc', title: 'Dueline' });
});

test('a sign-in that does not cover scripts says how to widen it, before anything is asked', async () => {
  terminal.signIn();
  expect(await push()).toBe(1);
  expect(terminal.notes.join('\n')).toContain('sign-in --scripts');
  expect(google.calls).toEqual([]);
});
