/**
 * A Request Tracker of our own: Debian's programs with a database, a configuration and a server on loopback that
 * live in a temporary folder. Nothing of the system's own set-up is read or changed, no service is started.
 *
 * Times: the server runs under libfaketime and reads its clock from a file, so that Request Tracker itself stamps
 * each transaction with the instant that the test wants. The alternative, to change the times in the database
 * afterwards, would test rows that Request Tracker never wrote.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRequestTracker, type Version } from './find-request-tracker.ts';
import { initialData, type StaffUser, siteConfig } from './request-tracker-config.ts';
import {
  answersAt,
  clockAt,
  clockEnv,
  freePort,
  runToEnd,
  startServer,
  TRUE_CLOCK,
} from './systems/processes.ts';

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

export async function startRequestTracker(
  staff: readonly StaffUser[],
  version: Version = 5,
): Promise<RequestTracker> {
  const programs = findRequestTracker(version);
  if (typeof programs === 'string') throw new Error(programs);
  const folder = await mkdtemp(join(tmpdir(), 'dueline-rt-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const clock = join(folder, 'clock');
  await Promise.all(['mason', 'session', 'var', 'config.d'].map((name) => mkdir(join(folder, name))));
  await writeFile(join(folder, 'RT_SiteConfig.pm'), siteConfig(folder, port));
  await writeFile(join(folder, 'initialdata'), initialData(staff));
  await writeFile(clock, TRUE_CLOCK);
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    RT_SITE_CONFIG: join(folder, 'RT_SiteConfig.pm'),
    RT_SITE_CONFIG_DIR: join(folder, 'config.d'),
  };
  await runToEnd(programs.setup, ['--action', 'init', '--skip-create'], { env });
  await runToEnd(
    programs.setup,
    ['--action', 'insert', '--skip-create', '--datafile', join(folder, 'initialdata')],
    { env },
  );
  const server = startServer(programs.server, ['--host', '127.0.0.1', '--port', String(port)], {
    env: { ...env, ...clockEnv(clock) },
  });
  let sent = 0;

  const tracker: RequestTracker = {
    url,
    ticketUrl: (id) => `${url}/Ticket/Display.html?id=${id}`,
    setClock: (atMs) => writeFile(clock, clockAt(atMs)),
    releaseClock: () => writeFile(clock, TRUE_CLOCK),
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
        { env, input: message },
      );
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  try {
    await server.answers(answersAt(url));
  } catch (error) {
    await tracker.stop();
    throw error;
  }
  return tracker;
}
