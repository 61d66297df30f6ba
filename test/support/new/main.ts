/** `npm run new <kind> <name>`: writes the skeleton, its test and the line in the list. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../run.mjs';
import { filesBelow, ROOT } from '../walk.ts';
import { KINDS, type Repository } from './kinds.ts';

const repository: Repository = {
  read: (path) => readFileSync(join(ROOT, path), 'utf8'),
  list: (folder) => filesBelow(folder),
};

async function main([kindName = '', name = '']: readonly string[]): Promise<string | undefined> {
  const kind = KINDS[kindName];
  if (!kind) return `npm run new ${Object.keys(KINDS).join('|')} <name>`;
  const names = kind.namesOf(name);
  if (!names) return `"${name}" is no name for a ${kindName}: write it like ${kind.example}.`;
  const { created, changed, next } = kind.plan(names, repository);
  const taken = Object.keys(created).find((path) => existsSync(join(ROOT, path)));
  if (taken) return `${taken} is there already.`;
  for (const [path, text] of Object.entries({ ...created, ...changed })) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
  const touched = [...Object.keys(created), ...Object.keys(changed)];
  const { code, output } = await run(
    process.execPath,
    ['node_modules/@biomejs/biome/bin/biome', 'check', '--write', '--vcs-enabled=false', ...touched],
    { cwd: ROOT },
  );
  if (code !== 0) return `The files are written, but Biome does not like them:\n${output}`;
  for (const path of Object.keys(created)) console.log(`new      ${path}`);
  for (const path of Object.keys(changed)) console.log(`changed  ${path}`);
  console.log('\nNext:');
  for (const step of next) console.log(`  - ${step}`);
  return undefined;
}

const wrong = await main(process.argv.slice(2));
if (wrong) {
  console.error(wrong);
  process.exitCode = 1;
}
