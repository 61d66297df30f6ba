/** An apt of our own beside the machine's: its sources and lists in a folder, its packages from the same mirror. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runToEnd } from './processes.ts';

export const APT_ENV = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', DEBIAN_FRONTEND: 'noninteractive' };

const KEY = '/usr/share/keyrings/debian-archive-keyring.gpg';

/**
 * Makes the folder; gives the options that have apt work in it.
 * @param from suite and component, or several of them
 * @param flags of the sources, beside their key
 */
export async function aptIn(
  folder: string,
  from: string | readonly string[],
  flags = '',
  more: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  await mkdir(join(folder, 'lists', 'partial'), { recursive: true });
  await mkdir(join(folder, 'archives', 'partial'), { recursive: true });
  await mkdir(join(folder, 'none'), { recursive: true });
  const list = join(folder, 'sources.list');
  const site = await mirror();
  const lines = [from].flat().map((each) => `deb [signed-by=${KEY}${flags}] ${site} ${each}\n`);
  await writeFile(list, lines.join(''));
  const own = {
    ...{ 'Dir::Etc::sourcelist': list, 'Dir::Etc::sourceparts': join(folder, 'none') },
    ...{ 'Dir::State::lists': join(folder, 'lists'), 'Dir::Cache': folder },
    ...more,
  };
  return Object.entries(own).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
}

/** Where the machine has its own Debian from: every other suite is there, too. */
async function mirror(): Promise<string> {
  const sites = await runToEnd(
    'apt-get',
    ['indextargets', '--format', '$(SITE)', 'Created-By: Packages', 'Label: Debian'],
    { env: APT_ENV },
  );
  const [site] = sites.split('\n');
  if (!site) throw new Error('apt knows no source of Debian’s packages.');
  return site;
}
