/** Debbugs 2.6 from Debian's sid: unpacked, with a spool of its own, run by Debian 12's own Perl. */
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { unpackedFolder } from './debian-packages.ts';
import { clockAt, clockEnv, freePort, runToEnd } from './processes.ts';

export const NAME = 'Debbugs 2.6';
export const MODULES = `${NAME} modules`;
export const PERL = '/usr/bin/perl';
export const EMAIL_DOMAIN = 'bugs.live.example';
/** From Debian 12, what its Perl runs. */
export const INSTALLED = [
  'faketime',
  'libhtml-parser-perl',
  'libio-stringy-perl',
  'liblist-utilsby-perl',
  'libmailtools-perl',
  'libmime-tools-perl',
  'libmodule-implementation-perl',
  'libparams-validate-perl',
  'libtext-template-perl',
  'libtimedate-perl',
  'liburi-perl',
];
/** From Debian 12 too, unpacked, for nothing else here needs them. */
export const UNPACKED_MODULES = [
  'libcgi-simple-perl',
  'liblist-allutils-perl',
  'liblist-someutils-perl',
  'libmail-message-perl',
  'libmail-rfc822-address-perl',
  'libmldbm-perl',
  'libsafe-hole-perl',
  'libtext-iconv-perl',
  'libuser-identity-perl',
];
export const UNPACKED = ['debbugs', 'debbugs-web', 'libdebbugs-perl'];

/** The pages that it renders; the pictures that others draw are left out. */
const SCRIPTS = ['bugreport.cgi', 'pkgindex.cgi', 'pkgreport.cgi'];
const FOLDERS = ['incoming', 'lock', 'user'];
const EMPTY = [
  'Maintainers.override',
  'Source_maintainers',
  'pseudo-packages.description',
  'pseudo-packages.maintainers',
];
const FIRST_NUMBER = 1001;

export interface DebbugsFolder {
  url: string;
  /** Gives a mail to whom it is for, at an instant; the part of the address before the @. */
  receive(atMs: number, to: string, mail: string): Promise<void>;
  stop(): Promise<void>;
}

/** A fresh Debbugs that serves its pages; `root` must exist. */
export async function installDebbugs(root: string): Promise<DebbugsFolder> {
  const home = join(unpackedFolder(NAME), 'root');
  const library = join(home, 'usr', 'lib', 'debbugs');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const include = await librariesOf(home, join(unpackedFolder(MODULES), 'root'));
  const env = {
    ...{ PATH: '/usr/bin:/bin', HOME: root, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    ...{ DEBBUGS_CONFIG_FILE: join(root, 'etc', 'config'), PERL5LIB: include.join(':') },
  };
  await prepareSpool(root, home, url);
  const clock = join(root, 'clock');
  /** Its pages ask for Perl's taint mode, in which no library is taken from the environment. */
  const run = (path: string, args: string[], environment: NodeJS.ProcessEnv, input?: string) => {
    const options = ['-T', ...include.map((each) => `-I${each}`)];
    return runToEnd(PERL, [...(path.endsWith('.cgi') ? options : []), path, ...args], {
      ...{ env: environment, cwd: root },
      ...(input !== undefined && { input }),
    });
  };
  const web = join(home, 'var', 'lib', 'debbugs', 'www');
  const failed: unknown[] = [];
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', url);
    const script = SCRIPTS.find((name) => pathname === `/cgi-bin/${name}`);
    if (pathname === '/css/bugs.css') {
      response.setHeader('content-type', 'text/css').end(await readFile(join(web, 'css', 'bugs.css')));
      return;
    }
    const asked = {
      ...{ REQUEST_METHOD: 'GET', QUERY_STRING: search.slice(1), SCRIPT_NAME: pathname },
      ...{ GATEWAY_INTERFACE: 'CGI/1.1', SERVER_NAME: '127.0.0.1', SERVER_PORT: String(port) },
    };
    const said = script ? run(join(web, 'cgi', script), [], { ...env, ...asked }) : 'Status: 404\n\n';
    const out = await Promise.resolve(said).catch((error) => {
      failed.push(error);
      return 'Status: 500\n\n';
    });
    const [head, ...body] = out.split(/\r?\n\r?\n/);
    response.statusCode = Number(/^Status: (\d+)/m.exec(head!)?.[1] ?? 200);
    response.setHeader('content-type', 'text/html; charset=utf-8').end(body.join('\n\n'));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url,
    async receive(atMs, to, mail) {
      await writeFile(clock, clockAt(atMs));
      const then = { ...env, ...clockEnv(clock) };
      await run(join(library, 'receive'), [`${to}@${EMAIL_DOMAIN}`], then, mail);
      await run(join(library, 'processall'), [], then);
      const left = await readdir(join(root, 'spool', 'incoming'));
      if (left.length > 0) throw new Error(`Debbugs did not take ${left.join(', ')}`);
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      // A page that failed would pass for one without a ticket.
      if (failed.length > 0) throw new AggregateError(failed, 'Debbugs did not draw all of its pages');
    },
  };
}

async function librariesOf(...homes: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const home of homes) {
    found.push(join(home, 'usr', 'share', 'perl5'));
    // What is compiled lies in a folder of the machine's kind and of Perl's version.
    const parts = await readdir(join(home, 'usr', 'lib'), { recursive: true });
    found.push(
      ...parts.filter((path) => /perl5\/5\.\d+$/.test(path)).map((path) => join(home, 'usr', 'lib', path)),
    );
  }
  return found;
}

async function prepareSpool(root: string, home: string, url: string): Promise<void> {
  const etc = join(root, 'etc');
  const spool = join(root, 'spool');
  await mkdir(join(etc, 'indices'), { recursive: true });
  for (const folder of FOLDERS) await mkdir(join(spool, folder), { recursive: true });
  for (let part = 0; part < 100; part++) {
    const name = String(part).padStart(2, '0');
    for (const folder of ['db-h', 'archive']) await mkdir(join(spool, folder, name), { recursive: true });
  }
  for (const name of ['index.db', 'index.archive']) {
    await writeFile(join(spool, `${name}.realtime`), '');
    await symlink(`${name}.realtime`, join(spool, name));
  }
  for (const name of [...EMPTY, join('indices', 'sources')]) await writeFile(join(etc, name), '');
  await writeFile(join(spool, 'nextnumber'), `${FIRST_NUMBER}\n`);
  await writeFile(join(etc, 'Maintainers'), 'desk Support desk <support@live.example>\n');
  await cp(join(home, 'usr', 'share', 'debbugs', 'examples', 'text'), join(etc, 'text'));
  // It answers everything by mail; nobody here gets any.
  await writeFile(join(root, 'sendmail'), '#!/bin/sh\ncat >/dev/null\n', { mode: 0o755 });
  const values = {
    ...{ ConfigDir: etc, SpoolDir: spool, WebDir: join(root, 'www'), DocDir: join(root, 'www') },
    LibPath: join(home, 'usr', 'lib', 'debbugs'),
    TemplateDir: join(home, 'usr', 'share', 'debbugs', 'templates'),
    ...{ EmailDomain: EMAIL_DOMAIN, ListDomain: 'lists.live.example' },
    ...{ WebHost: new URL(url).host, WebDomain: url, CGIDomain: `${url}/cgi-bin` },
    ...{ Project: 'Live', ProjectTitle: 'Live desk', Maintainer: 'Live desk' },
    ...{ MaintainerEmail: `owner@${EMAIL_DOMAIN}`, Mailer: 'sendmail', Sendmail: join(root, 'sendmail') },
  };
  const lines = Object.entries(values).map(([name, value]) => `$g${name} = '${value}';\n`);
  await writeFile(join(etc, 'config'), `${lines.join('')}1;\n`);
}
