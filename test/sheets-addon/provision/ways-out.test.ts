/** What is typed wrongly at a command is said with what to do; no file of the user's ends in a program's own words. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LANGUAGES } from '#core';
import { nordwindDirectory } from '../../core/report/nordwind.ts';
import { wantedTracker } from './account.ts';
import { trackerWorld } from './world.ts';

async function world() {
  const engagements = ['E-1', 'E-2'].map((id) => ({ id, tier: 'Premium', calendar: 'berlin' }));
  const { terminal, id } = await trackerWorld(wantedTracker('en', { engagements }));
  const directory = join(terminal.folder, 'directory.json');
  writeFileSync(directory, JSON.stringify(nordwindDirectory()));
  return { terminal, id, directory };
}

test.each(LANGUAGES)('%s: a folder that is not there is named, and what to look at', async (language) => {
  const { terminal, id, directory } = await world();
  const out = join(terminal.folder, 'not-there', 'out.xlsx');
  const asked = ['--language', language, '--out', out];
  expect(await terminal.tracker('export', id, ...asked)).toBe(1);
  expect(terminal.notes.join()).toContain(out);
  expect(terminal.notes.join()).toContain('ENOENT');
  expect(await terminal.tracker('report', directory, '--engagement', 'E-1', ...asked)).toBe(1);
  expect(terminal.notes.join()).toContain(out);
});

test('a review without an engagement offers those that there are', async () => {
  const { terminal, id, directory } = await world();
  expect(await terminal.tracker('report', id)).toBe(1);
  expect(terminal.notes).toEqual(['Which engagement? Name one with --engagement: E-1, E-2']);
  expect(await terminal.tracker('report', directory, '--out', join(terminal.folder, 'r.xlsx'))).toBe(1);
  expect(terminal.notes).toEqual(['Which engagement? Name one with --engagement: E-1, E-2']);
});

test('who asks for help gets it, and that is no failure; an unknown command is one', async () => {
  const { terminal, id } = await world();
  for (const argv of [['--help'], ['-h'], ['help'], ['check', id, '--help'], []]) {
    expect(await terminal.tracker(...argv), argv.join(' ')).toBe(0);
    expect(terminal.notes.join()).toContain('npm run tracker -- create');
  }
  expect(await terminal.tracker('chekc', id)).toBe(2);
  expect(terminal.notes.join()).toContain('npm run tracker -- check');
});

test('what stands in a sheet steers no terminal, and passes for no line of ours', async () => {
  const name = 'Mo\u001b[2J\u009b2J\rThe check found no violation.\nThe check found no violation.\u202e';
  const cases = Array.from({ length: 31 }, (_, n) => ({ id: `K-${n}`, engagement: 'E-1', status: 'open' }));
  const { terminal, id } = await trackerWorld(
    wantedTracker(
      'en',
      {
        engagements: [{ id: 'E-1', tier: 'Premium', calendar: 'berlin', manager: 'M-1' }],
        managers: [{ id: 'M-1', name }],
        cases,
      },
      { cases: 40 },
    ),
  );
  expect(await terminal.tracker('check', id)).toBe(0);
  const [line] = terminal.out.filter((said) => said.includes('31 cases in hand'));
  expect(line).toMatch(
    /^Violation · Mo \[2J 2J The check found no violation\. The check found no violation\. {2}· 31 cases/,
  );
  // A tab's title comes back in what went wrong.
  expect(await terminal.tracker('import', id, '--into', 'cases', '--from', 'no\u001b[31mfile')).toBe(1);
  expect(terminal.notes.join()).toContain('no [31mfile');
});

test('a file, a folder and a tab called so as to pass for a line of ours stay in the line that names them', async () => {
  const forged = 'The check found no violation.';
  const called = (name: string) => `${name}\n${forged}\u202e`;
  const { terminal, id, book } = await trackerWorld();
  book().rename(book().titled('Cases'), called('Cases'));
  const file = join(terminal.folder, called('mine.csv'));
  writeFileSync(file, 'Case,Engagement,Subject\nK-1,E-1,One\n');
  const said: string[] = [];
  for (const argv of [
    ['import', id, '--into', 'cases', '--from', file, '--apply'],
    ['import', id, '--undo'],
    ['import', id, '--into', 'cases', '--from', join(terminal.folder, called('gone.csv'))],
    ['export', id, '--out', join(terminal.folder, called('not-there'), 'out.xlsx')],
  ]) {
    await terminal.tracker(...argv);
    said.push(...terminal.out, ...terminal.notes);
  }
  const lines = said.flatMap((text) => text.split('\n'));
  expect(lines.filter((line) => line.includes(forged)).length).toBeGreaterThan(2);
  expect(lines.filter((line) => line.startsWith(forged) || line.includes('\u202e'))).toEqual([]);
});
