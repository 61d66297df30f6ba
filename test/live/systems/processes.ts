/** Programs of the ticket systems: run to the end, or kept running as a server on loopback. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';

const STARTS_WITHIN_MS = 90_000;
const POLL_MS = 150;

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

export interface RunOptions {
  env: NodeJS.ProcessEnv;
  cwd?: string;
  input?: string;
}

/** Gives what it printed; throws with its own words where it fails. */
export async function runToEnd(
  program: string,
  args: readonly string[],
  options: RunOptions,
): Promise<string> {
  const { env, cwd, input = '' } = options;
  const child = spawn(program, args, { env, cwd, stdio: 'pipe' });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  child.stdin.on('error', () => undefined).end(input);
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  const [out, wrong] = await output;
  if (code !== 0) {
    throw new Error(`${program} ${args.join(' ')} ended with ${code}: ${`${out}\n${wrong}`.slice(-3000)}`);
  }
  return out;
}

export interface Server {
  /** Waits until it answers; throws with what it said where it does not. */
  answers(isThere: () => Promise<boolean>): Promise<void>;
  stop(): Promise<void>;
}

export function startServer(program: string, args: readonly string[], options: RunOptions): Server {
  const { env, cwd } = options;
  const child: ChildProcess = spawn(program, args, { env, cwd, stdio: 'pipe', detached: true });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      said = (said + part).slice(-4000);
    });
  }
  child.once('error', (error) => {
    said += String(error);
  });
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  return {
    async answers(isThere) {
      const until = Date.now() + STARTS_WITHIN_MS;
      while (Date.now() < until && !ended()) {
        if (await isThere()) return;
        await wait(POLL_MS);
      }
      throw new Error(`${program} did not answer. It said: ${said}`);
    },
    async stop() {
      if (!child.pid || ended()) return;
      const closed = new Promise((resolve) => child.once('close', resolve));
      process.kill(-child.pid, 'SIGTERM');
      const insist = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), 10_000);
      await closed;
      clearTimeout(insist);
    },
  };
}

export const answersAt = (url: string) => async (): Promise<boolean> =>
  (await fetch(url, { redirect: 'manual' }).catch(() => null)) !== null;

/** Waits until a server answers there, and gives what ends it: its folder goes with it, at once where it never answers. */
export async function servingFrom(folder: string, server: Server, url: string): Promise<() => Promise<void>> {
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  await server.answers(answersAt(url)).catch(async (error) => {
    await stop();
    throw error;
  });
  return stop;
}

function clockLibrary(): string | null {
  const root = '/usr/lib';
  const found = (existsSync(root) ? readdirSync(root) : [])
    .map((name) => join(root, name, 'faketime', 'libfaketimeMT.so.1'))
    .find((path) => existsSync(path));
  return found ?? null;
}

/**
 * The environment in which a program reads its clock from a file, so that the system itself stamps each message
 * with the instant that the test wants.
 */
export const clockEnv = (clockFile: string): NodeJS.ProcessEnv => ({
  LD_PRELOAD: clockLibrary() ?? '',
  FAKETIME_TIMESTAMP_FILE: clockFile,
  // Read anew at every look; the server's own waiting runs on the true clock.
  FAKETIME_NO_CACHE: '1',
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
});

/** The contents of that file for an instant, for programs that run in UTC. */
export const clockAt = (ms: number): string =>
  `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')}\n`;

/** The contents of that file for the machine's own clock. */
export const TRUE_CLOCK = '+0\n';
