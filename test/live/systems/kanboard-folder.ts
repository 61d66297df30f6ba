/** Kanboard 1.2 from Debian's sid: unpacked, copied into a folder of ours, run by Debian 12's own PHP. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unpackedFolder } from './debian-packages.ts';
import { freePort, runToEnd, type Server, startServer } from './processes.ts';

export const NAME = 'Kanboard 1.2';
export const PHP = '/usr/bin/php';
export const INSTALLED = ['faketime', 'php-cli', 'php-gd', 'php-mbstring', 'php-sqlite3', 'php-xml'];
/** Kanboard, and what it brings in from PHP. */
export const UNPACKED = [
  'kanboard',
  'php-christianriesen-base32',
  'php-christianriesen-otp',
  'php-doctrine-lexer',
  'php-email-validator',
  'php-eluceo-ical',
  'php-gregwar-captcha',
  'php-matthiasmullie-minify',
  'php-matthiasmullie-path-converter',
  'php-parsedown',
  'php-pimple',
  'php-psr-container',
  'php-psr-event-dispatcher',
  'php-psr-log',
  'php-swiftmailer',
  'php-symfony-console',
  'php-symfony-deprecation-contracts',
  'php-symfony-event-dispatcher',
  'php-symfony-event-dispatcher-contracts',
  'php-symfony-finder',
  'php-symfony-polyfill-php80',
  'php-symfony-service-contracts',
  'php-symfony-string',
];
const LIBRARY = '/usr/share/php/';

export interface KanboardFolder {
  home: string;
  port: number;
  env: NodeJS.ProcessEnv;
  /** What PHP is to be told before the script. */
  options: string[];
}

/** A fresh Kanboard without a database yet; `root` must exist. */
export async function installKanboard(root: string): Promise<KanboardFolder> {
  const home = join(root, 'kanboard');
  const library = join(root, 'php/');
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' };
  const unpacked = join(unpackedFolder(NAME), 'root');
  await runToEnd('cp', ['-a', join(unpacked, 'usr', 'share', 'kanboard'), home], { env });
  await runToEnd('cp', ['-a', join(unpacked, LIBRARY), library], { env });
  await atHome(home, library);
  await atHome(library, library);
  for (const folder of ['data', 'sessions']) await mkdir(join(root, folder));
  await runToEnd('rm', ['-f', join(home, 'config.php')], { env });
  await writeFile(
    join(home, 'config.php'),
    `<?php
define('DATA_DIR', '${join(root, 'data')}');
define('MAIL_CONFIGURATION', false);
define('ENABLE_URL_REWRITE', false);
`,
  );
  const options = [
    ...['-d', 'error_reporting=E_ALL & ~E_DEPRECATED', '-d', 'display_errors=stderr'],
    ...['-d', `include_path=${library}`, '-d', `session.save_path=${join(root, 'sessions')}`],
  ];
  return { home, port: await freePort(), env, options };
}

/** Debian's lists of classes name their files by where they are installed, and Composer, which is not needed. */
async function atHome(folder: string, library: string): Promise<void> {
  const files = await readdir(folder, { recursive: true });
  for (const file of files.filter((name) => name.endsWith('autoload.php'))) {
    const path = join(folder, file);
    const text = await readFile(path, 'utf8');
    await writeFile(
      path,
      text
        .replace(/^require_once '[^']+\/Composer\/autoload.php';$/m, '')
        .replaceAll(`'${LIBRARY}`, `'${library}`),
    );
  }
}

export function serveKanboard({ home, port, env, options }: KanboardFolder): Server {
  return startServer(PHP, [...options, '-S', `127.0.0.1:${port}`, '-t', home], {
    env: { ...env, PHP_CLI_SERVER_WORKERS: '4' },
    cwd: home,
  });
}
