/** An edition of Odoo: with a database of its own, in a root of its own, run by nobody in particular. */
import { chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rootOf } from './debian-root.ts';
import type { Edition } from './odoo.ts';
import { answersAt, freePort, runToEnd, startServer } from './processes.ts';

const PYTHON = '/usr/bin/python3';
/** PostgreSQL does not run as root, and wants whoever runs it to have a name. */
const USER = 4242;
const DATABASE = 'desk';
// What its own program does at the end, and how much memory it takes, is asked of the kernel's files, of which its root has none.
// An older edition's long polls would keep each page loading: it is told that other processes answer them, which are not there.
const SERVE = `import sys, odoo, odoo.cli
from odoo.service import server
from odoo.tools import config
config.parse_config(sys.argv[1:])
if config["init"]:
    server.load_server_wide_modules()
    sys.exit(server.preload_registries(["${DATABASE}"]))
odoo.multi_process = True
server.ThreadedServer.process_limit = lambda self: None
server.start(preload=[], stop=False)
`;

export interface OdooFolder {
  url: string;
  /** Runs a script of its library, with an input. */
  run(script: string, input: string): Promise<string>;
  stop(): Promise<void>;
}

export async function installOdoo(
  { name, postgres }: Edition,
  locales: readonly string[],
): Promise<OdooFolder> {
  const root = rootOf(name);
  await prepareRoot(root);
  const folder = await mkdtemp(join(root, 'srv', 'desk-'));
  await chown(folder, USER, USER);
  /** As it is called within the root. */
  const home = folder.slice(root.length);
  const env = { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C.UTF-8', TZ: 'UTC', HOME: home };
  const within = (program: string, ...args: string[]): [string, string[]] => [
    'chroot',
    [`--userspec=${USER}:${USER}`, root, program, ...args],
  ];
  const data = `${home}/data`;
  const [init, initArgs] = within(
    `${postgres}/initdb`,
    ...['-D', data, '-U', DATABASE, '-E', 'UTF8', '--locale=C.UTF-8', '--auth=trust', '--no-sync'],
  );
  await runToEnd(init, initArgs, { env });
  const settings = ['listen_addresses=', 'fsync=off', 'dynamic_shared_memory_type=mmap'];
  const database = startServer(
    ...within(`${postgres}/postgres`, '-D', data, '-k', home, ...settings.flatMap((each) => ['-c', each])),
    { env },
  );
  const port = await freePort();
  const options = [
    ...['-d', DATABASE, `--db_host=${home}`, `--db_user=${DATABASE}`, `--data-dir=${home}/files`],
    ...['--addons-path=/usr/lib/python3/dist-packages/odoo/addons', '--max-cron-threads=0'],
    ...['--http-interface=127.0.0.1', `--http-port=${port}`, '--without-demo=true', '--log-level=error'],
  ];
  const url = `http://127.0.0.1:${port}`;
  const stopping = [() => database.stop()];
  const stop = async () => {
    for (const each of stopping) await each();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const run = (args: string[], input = '') => runToEnd(...within(PYTHON, ...args), { env, input });
  try {
    await database.answers(async () => {
      const asked = runToEnd(...within(`${postgres}/pg_isready`, '-h', home), { env });
      return asked.then(() => true).catch(() => false);
    });
    await runToEnd(...within(`${postgres}/createdb`, '-h', home, '-U', DATABASE, DATABASE), { env });
    const program = `${home}/serve.py`;
    await writeFile(join(folder, 'serve.py'), SERVE);
    await run([program, ...options, '-i', 'project', `--load-language=${locales.join(',')}`]);
    const server = startServer(...within(PYTHON, program, ...options), { env });
    stopping.unshift(() => server.stop());
    await server.answers(answersAt(`${url}/web/login`));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    stop,
    async run(script, input) {
      await runToEnd('cp', [join(import.meta.dirname, script), folder], { env });
      return run([`${home}/${script}`, ...options], input);
    },
  };
}

/** What Debian's own scripts would have done: a shell by its name, certificates, somebody to run as, a place for passing files. */
async function prepareRoot(root: string): Promise<void> {
  const env = { PATH: process.env.PATH };
  await runToEnd('ln', ['-sf', 'bash', join(root, 'bin', 'sh')], { env });
  const certificates = await runToEnd('find', [join(root, 'usr/share/ca-certificates'), '-name', '*.crt'], {
    env,
  });
  await mkdir(join(root, 'etc/ssl/certs'), { recursive: true });
  await writeFile(
    join(root, 'etc/ssl/certs/ca-certificates.crt'),
    (
      await Promise.all(
        certificates
          .trim()
          .split('\n')
          .map((each) => readFile(each, 'utf8')),
      )
    ).join(''),
  );
  await writeFile(join(root, 'etc', 'passwd'), `desk:x:${USER}:${USER}::/srv:/bin/sh\n`);
  await writeFile(join(root, 'etc', 'group'), `desk:x:${USER}:\n`);
  for (const name of ['srv', 'tmp']) {
    await mkdir(join(root, name), { recursive: true });
    await chown(join(root, name), USER, USER);
  }
}
