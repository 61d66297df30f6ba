/** Znuny 6.5 from Debian's backports: its programs copied into a folder of ours, with a database of their own. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unpackedFolder } from './debian-packages.ts';
import { freePort, runToEnd, type Server, startServer } from './processes.ts';

export const ZNUNY = 'Znuny 6.5';
const INSTALL_DATABASE = '/usr/bin/mariadb-install-db';
const DATABASE_SERVER = '/usr/sbin/mariadbd';
const DATABASE_CLIENT = '/usr/bin/mariadb';
export const PERL = '/usr/bin/perl';
const WEB_SERVER = '/usr/bin/plackup';
export const ZNUNY_FILES = [INSTALL_DATABASE, DATABASE_SERVER, DATABASE_CLIENT, WEB_SERVER];

/** What the package asks for, but for web servers, directories and mail boxes, which nobody uses here. */
export const ZNUNY_PACKAGES = [
  'fonts-dejavu-extra',
  'fonts-font-awesome',
  'libcgi-emulate-psgi-perl',
  'libcgi-pm-perl',
  'libclass-accessor-lite-perl',
  'libcpan-audit-perl',
  'libcrypt-eksblowfish-perl',
  'libcrypt-jwt-perl',
  'libcrypt-passwdmd5-perl',
  'libcss-minifier-perl',
  'libcss-minifier-xs-perl',
  'libdata-uuid-perl',
  'libdate-pcalc-perl',
  'libdatetime-perl',
  'libdbd-mysql-perl',
  'libdbi-perl',
  'libemail-valid-perl',
  'libencode-hanextra-perl',
  'libexcel-writer-xlsx-perl',
  'libhash-merge-perl',
  'libhtml-parser-perl',
  'libhtml-tagset-perl',
  'libhtml-truncate-perl',
  'libical-parser-perl',
  'libio-interactive-perl',
  'libio-stringy-perl',
  'libjavascript-minifier-perl',
  'libjavascript-minifier-xs-perl',
  'libjson-perl',
  'libjson-xs-perl',
  'liblingua-translit-perl',
  'liblinux-distribution-perl',
  'liblocale-codes-perl',
  'libmailtools-perl',
  'libmath-random-secure-perl',
  'libmime-tools-perl',
  'libmodule-refresh-perl',
  'libmoo-perl',
  'libpdf-api2-perl',
  'libplack-perl',
  'libpod-strip-perl',
  'libproc-daemon-perl',
  'libschedule-cron-events-perl',
  'libsisimai-perl',
  'libsys-hostname-long-perl',
  'libtemplate-perl',
  'libtext-csv-perl',
  'libtext-csv-xs-perl',
  'libtext-diff-formattedhtml-perl',
  'libtext-diff-perl',
  'libxml-feedpp-perl',
  'libxml-libxml-perl',
  'libxml-libxml-simple-perl',
  'libxml-libxslt-perl',
  'libxml-parser-lite-perl',
  'libxml-parser-perl',
  'libxml-simple-perl',
  'libyaml-libyaml-perl',
  'libyaml-perl',
  'mariadb-client-core',
  'mariadb-server-core',
  'starlet',
];

const ENV: NodeJS.ProcessEnv = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' };
/** It lives for minutes, and nobody misses what a power cut would take. */
const QUICK = ['--innodb-flush-log-at-trx-commit=0', '--innodb-log-file-size=16M', '--skip-log-bin'];

export interface ZnunyFolder {
  home: string;
  env: NodeJS.ProcessEnv;
  database: Server;
}

/** A fresh Znuny with its first data; `root` must exist. */
export async function installZnuny(root: string): Promise<ZnunyFolder> {
  const home = join(root, 'otrs');
  const unpacked = join(unpackedFolder(ZNUNY), 'root');
  await cp(join(unpacked, 'usr', 'share', 'otrs'), home, { recursive: true, verbatimSymlinks: true });
  const writable = join(home, 'var');
  for (const link of [writable, join(home, 'Kernel', 'Config.pm'), join(home, 'Kernel', 'Config', 'Files')])
    await rm(link, { force: true });
  await cp(join(unpacked, 'var', 'lib', 'otrs'), writable, { recursive: true, verbatimSymlinks: true });
  for (const link of ['run', 'spool']) {
    await rm(join(writable, link), { force: true });
    await mkdir(join(writable, link));
  }
  await cp(join(writable, 'Config', 'Files'), join(home, 'Kernel', 'Config', 'Files'), { recursive: true });
  const socket = join(root, 'db.sock');
  await writeFile(join(home, 'Kernel', 'Config.pm'), configOf(home, socket));
  const database = await startDatabase(root, socket);
  try {
    const scripts = join(home, 'scripts', 'database');
    for (const part of ['schema', 'initial_insert', 'schema-post'])
      await runToEnd(DATABASE_CLIENT, ['--no-defaults', `--socket=${socket}`, 'otrs'], {
        env: ENV,
        input: await readFile(join(scripts, `${part}.mysql.sql`), 'utf8'),
      });
    await runToEnd(
      PERL,
      [join(home, 'bin', 'otrs.Console.pl'), 'Maint::Config::Rebuild', '--allow-root', '--quiet'],
      { env: ENV, cwd: home },
    );
  } catch (error) {
    await database.stop();
    throw error;
  }
  return { home, env: ENV, database };
}

/** Without accounts and without a port: its socket lies in a folder that only we can enter. */
async function startDatabase(root: string, socket: string): Promise<Server> {
  const data = join(root, 'db');
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  await runToEnd(INSTALL_DATABASE, ['--no-defaults', ...user, `--datadir=${data}`, '--skip-test-db'], {
    env: ENV,
  });
  const database = startServer(
    DATABASE_SERVER,
    [
      ...['--no-defaults', ...user, `--datadir=${data}`, `--socket=${socket}`],
      ...['--skip-networking', '--skip-grant-tables', ...QUICK],
    ],
    { env: ENV },
  );
  const ask = () =>
    runToEnd(DATABASE_CLIENT, ['--no-defaults', `--socket=${socket}`], {
      env: ENV,
      input: 'create database if not exists otrs character set utf8mb4;',
    }).then(
      () => true,
      () => false,
    );
  await database.answers(ask).catch(async (error) => {
    await database.stop();
    throw error;
  });
  return database;
}

export async function serveZnuny({ home, env }: ZnunyFolder): Promise<{ server: Server; url: string }> {
  const port = await freePort();
  const server = startServer(
    WEB_SERVER,
    [
      ...['--server', 'Starlet', '--host', '127.0.0.1', '--port', String(port), '--max-workers', '4'],
      ...['--env', 'deployment', join(home, 'bin', 'cgi-bin', 'app.psgi')],
    ],
    { env, cwd: home },
  );
  return { server, url: `http://127.0.0.1:${port}/otrs` };
}

const configOf = (home: string, socket: string): string => `package Kernel::Config;
use strict;
use warnings;
use utf8;
use Kernel::Config::Defaults;
use parent qw(Kernel::Config::Defaults);

sub Load {
    my $Self = shift;
    $Self->{Home} = '${home}';
    $Self->{DatabaseDSN} = 'DBI:mysql:database=otrs;mysql_socket=${socket}';
    $Self->{DatabaseUser} = 'root';
    $Self->{DatabasePw} = '';
    $Self->{SecureMode} = 1;
    $Self->{OTRSTimeZone} = 'UTC';
    $Self->{UserDefaultTimeZone} = 'UTC';
    $Self->{CheckMXRecord} = 0;
    $Self->{SendmailModule} = 'Kernel::System::Email::DoNotSendEmail';
    $Self->{'Frontend::RichText'} = 0;
    # No daemon runs beside it, and a page that complains about that is no page of a desk at work.
    delete $Self->{'Frontend::NotifyModule'}->{'8000-Daemon-Check'};
    $Self->{'LogModule'} = 'Kernel::System::Log::File';
    $Self->{'LogModule::LogFile'} = '${home}/var/log/desk.log';
    return 1;
}

1;
`;
