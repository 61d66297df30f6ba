/** A terminal in which the commands are run against the stand-in, in a folder of their own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtAddOn } from '../../../sheets-addon/provision/built-add-on.ts';
import { ADDON_COMMANDS } from '../../../sheets-addon/provision/commands/addon.ts';
import type { Edge } from '../../../sheets-addon/provision/commands/command.ts';
import { TRACKER_COMMANDS } from '../../../sheets-addon/provision/commands/index.ts';
import { runCommand } from '../../../sheets-addon/provision/commands/main.ts';
import { PORTFOLIO_COMMANDS } from '../../../sheets-addon/provision/commands/portfolio.ts';
import { keepSignIn, signInFile } from '../../../sheets-addon/provision/google/kept-sign-in.ts';
import type { StandInGoogle } from '../../support/google/server.ts';

/** Built once for all tests of a file. */
let built: ReturnType<typeof builtAddOn> | undefined;

export interface Terminal {
  folder: string;
  /** What went to the user's eyes since the last command was started. */
  out: string[];
  notes: string[];
  /** All of it, of every command. */
  everything: string[];
  edge: Edge;
  addon(...argv: string[]): Promise<number>;
  portfolio(...argv: string[]): Promise<number>;
  tracker(...argv: string[]): Promise<number>;
  /** Signs in without a browser. */
  signIn(scopes?: readonly string[]): void;
  remove(): void;
}

const NOW_MS = Date.parse('2026-06-15T10:00:00Z');
const DRIVE_FILE = 'https://www.googleapis.com/auth/drive.file';

export function terminalAt(google: StandInGoogle): Terminal {
  const folder = mkdtempSync(join(tmpdir(), 'dueline-terminal-'));
  const out: string[] = [];
  const notes: string[] = [];
  const everything: string[] = [];
  const say = (lines: string[]) => (line: string) => {
    lines.push(line);
    everything.push(line);
  };
  const clear = () => {
    out.length = 0;
    notes.length = 0;
  };
  const edge: Edge = {
    nowMs: NOW_MS,
    languages: ['en'],
    configFolder: folder,
    out: say(out),
    note: say(notes),
    pause: async () => {},
    random: () => 0.5,
    runName: () => `run-${everything.length}`,
    openAddress: (url) => void fetch(url),
    rootUrl: google.url,
    signInAddresses: {
      oauth2AuthBaseUrl: `${google.url}auth`,
      oauth2TokenUrl: `${google.url}token`,
      oauth2RevokeUrl: `${google.url}revoke`,
    },
    builtAddOn: async () => {
      built ??= builtAddOn();
      return built;
    },
    timeoutMs: 25_000,
  };
  return {
    folder,
    out,
    notes,
    everything,
    edge,
    addon: (...argv) => {
      clear();
      return runCommand(ADDON_COMMANDS, 'provision.addon-usage', argv, edge);
    },
    portfolio: (...argv) => {
      clear();
      return runCommand(PORTFOLIO_COMMANDS, 'portfolio.usage', argv, edge);
    },
    tracker: (...argv) => {
      clear();
      return runCommand(TRACKER_COMMANDS, 'provision.tracker-usage', argv, edge);
    },
    signIn: (scopes = [DRIVE_FILE]) => {
      const refreshToken = '1//refresh-secret-by-hand';
      google.signIns.refreshTokens.add(refreshToken);
      keepSignIn(signInFile(folder), {
        clientId: 'client',
        clientSecret: 'GOCSPX-hand',
        refreshToken,
        scopes: [...scopes],
      });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
