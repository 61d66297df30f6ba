/** The edge of the commands: the one place among them that asks the machine for time, chance, language and folders. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Edge } from './commands/command.ts';

/** Google ends a request after three minutes by itself. */
const TIMEOUT_MS = 200_000;

export function machineEdge(): Edge {
  const { env, platform, stderr, stdout } = process;
  return {
    nowMs: Date.now(),
    languages: [new Intl.DateTimeFormat().resolvedOptions().locale],
    configFolder:
      env.XDG_CONFIG_HOME ?? (platform === 'win32' && env.APPDATA ? env.APPDATA : join(homedir(), '.config')),
    keyFile: env.GOOGLE_APPLICATION_CREDENTIALS,
    out: (line) => void stdout.write(`${line}\n`),
    note: (line) => void stderr.write(`${line}\n`),
    pause: (ms) => pause(ms),
    random: () => Math.random(),
    runName: () => randomUUID(),
    openAddress: (url) => {
      const opener = { darwin: 'open', win32: 'explorer' }[platform as string] ?? 'xdg-open';
      // Where there is no browser, the address has been printed already.
      spawn(opener, [url], { stdio: 'ignore', detached: true })
        .on('error', () => {})
        .unref();
    },
    builtAddOn: async () => (await import('./built-add-on.ts')).builtAddOn(),
    timeoutMs: TIMEOUT_MS,
  };
}
