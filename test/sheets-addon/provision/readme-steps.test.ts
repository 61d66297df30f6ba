/** The README's five minutes, command by command as it is printed there, up to what only a real account can show. */
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nordwindDirectory } from '../../core/report/nordwind.ts';
import { StandInGoogle } from '../../support/google/server.ts';
import { ROOT } from '../../support/walk.ts';
import { runAddOn } from '../support/add-on.ts';
import { terminalAt } from './terminal.ts';

const ENOUGH_MS = 5 * 60_000;
const COMMAND = /`npm run (tracker|addon) -- ([^`]+)`/g;

function stepsInReadme(): [program: string, words: string[]][] {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const from = readme.indexOf('#### Installing for real, in five minutes');
  const steps = readme.slice(from, readme.indexOf('A service account works too', from)).replace(/\s+/g, ' ');
  return [...steps.matchAll(COMMAND)].map(([, program, words]) => [program!, words!.split(' ')]);
}

test(
  'from the client’s file to a tracker with its add-on, which passes its self-test',
  async () => {
    const google = new StandInGoogle();
    await google.start();
    const terminal = terminalAt(google);
    try {
      const fileIn = (name: string, content: object) => {
        writeFileSync(join(terminal.folder, name), JSON.stringify(content));
        return join(terminal.folder, name);
      };
      const given: Record<string, string> = {
        'client.json': fileIn('client.json', {
          installed: { client_id: 'id.apps.googleusercontent.com', client_secret: 'GOCSPX-of-the-client' },
        }),
        'directory.json': fileIn('directory.json', nordwindDirectory()),
      };
      const said: string[][] = [];
      for (const [program, words] of stepsInReadme()) {
        const argv = words.map((word) => given[word] ?? word);
        const run = program === 'addon' ? terminal.addon : terminal.tracker;
        expect(await run(...argv), `${words.join(' ')}: ${terminal.notes.join('\n')}`).toBe(0);
        said.push([...terminal.out]);
        const printed = (start: string) =>
          terminal.out
            .join(' ')
            .split(' ')
            .find((word) => word.startsWith(start));
        given['<address>'] ??= printed('https://docs.google.com/spreadsheets/') as string;
        given['<script>'] ??= printed('https://script.google.com/') as string;
      }
      const [signedIn, created, pushed, again, versions, updated] = said;
      expect(said).toHaveLength(6);
      expect(signedIn!.join()).toContain('google-sign-in.json');
      expect(created!.join()).toContain(given['<address>']);
      expect(pushed!.join()).toContain('Code, appsscript, sidebar');
      expect(again!.join()).toContain('Nothing to do');
      expect(versions!.at(-1)).toMatch(/^1 /);
      expect(updated!.join()).toContain('Nothing to do');
      const code = google.scripts.projects[0]!.files.find(({ name }) => name === 'Code')!.source!;
      const told = runAddOn(code).ask({ ask: 'self-test' });
      const results = told.kind === 'self-test' ? told.results : [];
      expect(results.length).toBeGreaterThan(10);
      expect(results.filter(({ expected, found }) => expected !== found)).toEqual([]);
      // Signed in once more over a file that others could read: they cannot read this one.
      const kept = join(terminal.folder, 'dueline', 'google-sign-in.json');
      chmodSync(kept, 0o644);
      expect(await terminal.tracker('sign-in', '--client', given['client.json']!)).toBe(0);
      expect(statSync(kept).mode & 0o777).toBe(0o600);
    } finally {
      terminal.remove();
      await google.stop();
    }
  },
  ENOUGH_MS,
);
