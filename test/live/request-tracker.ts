/**
 * A Request Tracker 5 of our own: Debian's programs with a database, a configuration and a server on loopback that
 * live in a temporary folder. Nothing of the system's own set-up is read or changed, no service is started.
 *
 * Times: the server runs under libfaketime and reads its clock from a file, so that Request Tracker itself stamps
 * each transaction with the instant that the test wants. The alternative, to change the times in the database
 * afterwards, would test rows that Request Tracker never wrote.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { findRequestTracker, type RequestTrackerPrograms } from './find-request-tracker.ts';
import { initialData, type StaffUser, siteConfig } from './request-tracker-config.ts';

export interface Mail {
  atMs: number;
  from: string;
  subject: string;
  body: string;
  /** A comment is internal in Request Tracker, correspondence goes out. */
  action?: 'correspond' | 'comment';
}

export interface RequestTracker {
  url: string;
  /** Sends a mail through Request Tracker's own mail gateway, at an instant of the test's choosing. */
  receive(mail: Mail): Promise<void>;
  /** The server's clock stands at an instant. */
  setClock(atMs: number): Promise<void>;
  /** The server's clock runs like the machine's again. */
  releaseClock(): Promise<void>;
  ticketUrl(id: number): string;
  stop(): Promise<void>;
}

const STARTS_WITHIN_MS = 60_000;

function freePort(): Promise<number> {
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

async function runToEnd(program: string, args: string[], env: NodeJS.ProcessEnv, input = ''): Promise<void> {
  const child = spawn(program, args, { env, stdio: 'pipe' });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${(await output).join('\n').slice(-2000)}`);
}

/** libfaketime's form of an instant; the server runs in UTC. */
const clockAt = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')}\n`;

export async function startRequestTracker(staff: readonly StaffUser[]): Promise<RequestTracker> {
  const programs = findRequestTracker();
  if (typeof programs === 'string') throw new Error(programs);
  const folder = await mkdtemp(join(tmpdir(), 'dueline-rt-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const clock = join(folder, 'clock');
  await Promise.all(['mason', 'session', 'var', 'config.d'].map((name) => mkdir(join(folder, name))));
  await writeFile(join(folder, 'RT_SiteConfig.pm'), siteConfig(folder, port));
  await writeFile(join(folder, 'initialdata'), initialData(staff));
  await writeFile(clock, '+0\n');
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    RT_SITE_CONFIG: join(folder, 'RT_SiteConfig.pm'),
    RT_SITE_CONFIG_DIR: join(folder, 'config.d'),
  };
  await runToEnd(programs.setup, ['--action', 'init', '--skip-create'], env);
  await runToEnd(
    programs.setup,
    ['--action', 'insert', '--skip-create', '--datafile', join(folder, 'initialdata')],
    env,
  );
  const server = startServer(programs, port, { ...env, ...clockEnv(programs, clock) });
  let sent = 0;

  const tracker: RequestTracker = {
    url,
    ticketUrl: (id) => `${url}/Ticket/Display.html?id=${id}`,
    setClock: (atMs) => writeFile(clock, clockAt(atMs)),
    releaseClock: () => writeFile(clock, '+0\n'),
    async receive({ atMs, from, subject, body, action = 'correspond' }) {
      await tracker.setClock(atMs);
      const message = [
        `From: ${from}`,
        'To: support@live.example',
        `Subject: ${subject}`,
        `Message-ID: <${++sent}@mail.example>`,
        `Date: ${new Date(atMs).toUTCString().replace('GMT', '+0000')}`,
        'Content-Type: text/plain; charset=utf-8',
        '',
        body,
        '',
      ].join('\n');
      await runToEnd(
        programs.mailGate,
        ['--queue', 'General', '--action', action, '--url', url, '--timeout', '60'],
        env,
        message,
      );
    },
    async stop() {
      if (server.child.pid && server.child.exitCode === null) {
        const ended = new Promise((resolve) => server.child.once('close', resolve));
        process.kill(-server.child.pid, 'SIGTERM');
        await ended;
      }
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  try {
    await answers(url, server);
  } catch (error) {
    await tracker.stop();
    throw error;
  }
  return tracker;
}

const clockEnv = ({ clockLibrary }: RequestTrackerPrograms, clock: string): NodeJS.ProcessEnv => ({
  LD_PRELOAD: clockLibrary,
  FAKETIME_TIMESTAMP_FILE: clock,
  // Read anew at every look; the server's own waiting runs on the true clock.
  FAKETIME_NO_CACHE: '1',
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
});

interface Server {
  child: ChildProcess;
  said: () => string;
}

function startServer(programs: RequestTrackerPrograms, port: number, env: NodeJS.ProcessEnv): Server {
  const child = spawn(programs.server, ['--host', '127.0.0.1', '--port', String(port)], {
    env,
    stdio: 'pipe',
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      said = (said + part).slice(-4000);
    });
  }
  child.once('error', (error) => {
    said += String(error);
  });
  return { child, said: () => said };
}

async function answers(url: string, { child, said }: Server): Promise<void> {
  const until = Date.now() + STARTS_WITHIN_MS;
  while (Date.now() < until && child.exitCode === null) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await wait(200);
  }
  throw new Error(`Request Tracker did not answer at ${url}. It said: ${said()}`);
}
