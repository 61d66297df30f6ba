/** Whups 3 from Debian: Horde copied into a folder of ours, with a database of its own, mended for Debian's own PHP. */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { freePort, runToEnd, type Server, startServer } from './processes.ts';

export const PHP = '/usr/bin/php';
const HORDE = '/usr/share/horde';
const LIBRARY = '/usr/share/php';
const MIGRATE = '/usr/bin/horde-db-migrate';
export const WHUPS_FILES = [PHP, MIGRATE, join(HORDE, 'whups', 'view.php'), '/usr/bin/localedef'];
export const WHUPS_PACKAGES = ['faketime', 'locales', 'php-cli', 'php-horde-whups', 'php-sqlite3'];
const QUIET = ['-d', 'error_reporting=0', '-d', 'display_errors=0'];

export interface WhupsFolder {
  home: string;
  port: number;
  env: NodeJS.ProcessEnv;
  /** What PHP is to be told before the script. */
  options: string[];
}

/** A fresh Horde with Whups and an empty database; `root` must exist. */
export async function installWhups(root: string, locales: readonly string[]): Promise<WhupsFolder> {
  const home = join(root, 'horde');
  const port = await freePort();
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC', LOCPATH: join(root, 'locales') };
  await runToEnd('cp', ['-a', HORDE, home], { env });
  for (const [link, source] of [
    ['config', '/etc/horde/horde'],
    ['themes', '/etc/horde/themes-enabled.d/horde'],
    ['whups/config', '/etc/horde/whups'],
    ['whups/themes', '/etc/horde/themes-enabled.d/whups'],
  ] as const) {
    await rm(join(home, link), { force: true });
    await cp(source, join(home, link), { recursive: true, dereference: true });
  }
  await rm(join(home, 'static'), { force: true });
  for (const folder of [join(home, 'static'), join(home, 'bin'), join(root, 'tmp'), env.LOCPATH])
    await mkdir(folder);
  const distributed = await readFile(join(home, 'config', 'conf.php.dist'), 'utf8');
  await writeFile(join(home, 'config', 'conf.php'), distributed + hordeConfig(root, port));
  await writeFile(join(home, 'whups', 'config', 'conf.php'), WHUPS_CONFIG);
  await mendForms(join(root, 'php'));
  for (const locale of locales)
    await runToEnd('localedef', ['-i', locale, '-f', 'UTF-8', join(env.LOCPATH, `${locale}.UTF-8`)], { env });
  const options = [
    ...[...QUIET, '-d', `include_path=${join(root, 'php')}:${LIBRARY}`],
    ...['-d', `session.save_path=${join(root, 'tmp')}`],
  ];
  await cp(MIGRATE, join(home, 'bin', 'migrate.php'));
  await runToEnd(PHP, [...options, join(home, 'bin', 'migrate.php')], { env, cwd: home });
  return { home, port, env, options };
}

export function serveWhups({ home, port, env, options }: WhupsFolder): Server {
  return startServer(PHP, [...options, '-S', `127.0.0.1:${port}`, '-t', home], {
    env: { ...env, PHP_CLI_SERVER_WORKERS: '4' },
    cwd: home,
  });
}

/**
 * Debian 12's PHP calls no constructor that is named like its class, and bears no method that takes fewer values than
 * the one it stands for. Horde's forms have both, and a page of a ticket is made of forms.
 */
async function mendForms(target: string): Promise<void> {
  const files = await readdir(join(LIBRARY, 'Horde', 'Form'), { recursive: true });
  const paths = ['Horde/Form.php', ...files.map((name) => `Horde/Form/${name}`)];
  for (const path of paths.filter((each) => each.endsWith('.php'))) {
    const text = await readFile(join(LIBRARY, path), 'utf8');
    const mended = mendedForm(text, path.endsWith('Form/Type.php'));
    if (mended === text) continue;
    await mkdir(dirname(join(target, path)), { recursive: true });
    await writeFile(join(target, path), mended);
  }
}

function mendedForm(text: string, isTypes: boolean): string {
  let mended = text;
  for (const [, name] of text.matchAll(/^\s*(?:abstract )?class (\w+)/gm))
    mended = mended.replaceAll(new RegExp(`function &?${name}\\s*\\(`, 'g'), 'function __construct(');
  mended = mended.replaceAll(/parent::Horde_(?:Form|UI)\w*\(/g, 'parent::__construct(');
  if (!isTypes) return mended;
  return mended
    .replaceAll(
      /function (init|getValues)\s*\(((?:[^()]|\(\))*)\)/g,
      (_whole, name: string, given: string) => {
        const values = given
          .replaceAll('&', '')
          .replace(/(\$\w+)(?=\s*(?:,|$))/g, '$1 = null')
          .trim();
        const rest = name === 'init' ? ['...$rest'] : [];
        return `function ${name}(${[...(values ? [values] : []), ...rest].join(', ')})`;
      },
    )
    .replaceAll('function onSubmit()', 'function onSubmit(&$var, &$vars)');
}

const hordeConfig = (root: string, port: number): string => `
$conf['use_ssl'] = 0;
$conf['server'] = array('name' => '127.0.0.1', 'port' => ${port});
$conf['cookie'] = array('domain' => '', 'path' => '/');
$conf['debug_level'] = 0;
$conf['auth'] = array('driver' => 'Sql', 'admins' => array('mara'), 'list_users' => 'list',
    'params' => array('driverconfig' => 'horde', 'encryption' => 'ssha', 'show_encryption' => false));
$conf['sql'] = array('phptype' => 'sqlite', 'charset' => 'utf-8', 'database' => '${join(root, 'desk.db')}',
    'splitread' => false, 'logqueries' => false);
foreach (array('perms' => 'Sql', 'group' => 'Sql', 'share' => 'Sqlng', 'prefs' => 'Sql', 'history' => 'Sql',
    'token' => 'Sql', 'lock' => 'Sql', 'cache' => 'Null', 'datatree' => 'null', 'ajax' => '') as $part => $driver) {
    $conf[$part] = array('driver' => $driver, 'params' => array('driverconfig' => 'horde'));
}
$conf['vfs']['type'] = 'Null';
$conf['sessionhandler']['type'] = 'Builtin';
$conf['mailer']['type'] = 'null';
$conf['log']['enabled'] = false;
$conf['tmpdir'] = '${join(root, 'tmp')}';
$conf['urls']['pretty'] = false;
$conf['identities'] = array();
$conf['secret_key'] = 'desk';
$conf['cachecss'] = $conf['cachejs'] = $conf['cachethemes'] = false;
`;

const WHUPS_CONFIG = `<?php
$conf['tickets'] = array('driver' => 'Sql', 'params' => array('driverconfig' => 'horde'));
$conf['guests'] = array('captcha' => false);
$conf['mail'] = array('from_addr' => 'desk@live.example', 'reply' => false, 'include_headers' => false,
    'commenthistory' => 'new', 'link_attach' => false, 'incl_resp' => true);
$conf['prefs'] = array('autolink_terms' => 'bug|ticket|issue', 'assign_all_groups' => false);
$conf['states'] = $conf['menu'] = array();
`;
