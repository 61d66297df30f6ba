/** Redmine 5 from Debian's package, copied into a folder of ours: it writes beside its own programs. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runToEnd } from './processes.ts';

const PROGRAMS = '/usr/share/redmine';
export const RUBY = '/usr/bin/ruby';
export const REDMINE_PACKAGES = ['redmine', 'redmine-sqlite', 'dbconfig-no-thanks', 'ruby-webrick'];
export const REDMINE_FILES = [RUBY, join(PROGRAMS, 'bin', 'rails')];

export const redmineEnv: NodeJS.ProcessEnv = {
  PATH: '/usr/bin:/bin',
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
  RAILS_ENV: 'production',
  REDMINE_INSTANCE: 'default',
  REDMINE_LANG: 'en',
};

/** A fresh Redmine with its default statuses, priorities and roles; `folder` must not exist yet. */
export async function installRedmine(folder: string): Promise<void> {
  await cp(PROGRAMS, folder, { recursive: true, verbatimSymlinks: true });
  const instance = join(folder, 'instances', 'default');
  for (const part of [
    join(folder, 'instances'),
    join(folder, 'Gemfile.lock'),
    join(folder, 'config', 'database.yml'),
  ])
    await rm(part, { force: true });
  for (const part of ['config', 'files', 'log', join('tmp', 'cache'), join('tmp', 'pids')])
    await mkdir(join(instance, part), { recursive: true });
  const database = `production:\n  adapter: sqlite3\n  database: ${join(folder, 'redmine.sqlite')}\n  timeout: 10000\n`;
  await writeFile(join(folder, 'config', 'database.yml'), database);
  await writeFile(join(instance, 'config', 'database.yml'), database);
  await writeFile(
    join(instance, 'config', 'secret_key.txt'),
    'only-for-a-test-that-lives-a-few-minutes-on-loopback',
  );
  const gems = await readFile(join(folder, 'Gemfile'), 'utf8');
  await writeFile(
    join(folder, 'Gemfile'),
    `${gems.replace(/^Dir\['.*database\.yml'\]/m, "[File.expand_path('config/database.yml', __dir__)]")}\ngem 'webrick'\n`,
  );
  for (const task of ['db:migrate', 'redmine:load_default_data'])
    await runToEnd(RUBY, ['bin/rails', task], { cwd: folder, env: redmineEnv });
}
