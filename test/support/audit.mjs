/**
 * `npm run audit`: what the registry's advisory service says of the lock file, and where the registry at hand has no such
 * service, what can be said without one. Ends with 0 only where the service has said that nothing is known.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const NOTHING_SAID = 3;

/**
 * @typedef {{ version?: string, integrity?: string, license?: string, optional?: boolean, hasInstallScript?: boolean }} Entry
 * @param {{ packages: Record<string, Entry> }} lock
 */
export function offlineReport(lock) {
  const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
  const count = (/** @type {(entry: Entry) => unknown} */ has) =>
    entries.filter(([, entry]) => has(entry)).length;
  const unlicensed = entries.filter(([, { license, optional }]) => !license && !optional);
  return [
    `${entries.length} packages in the lock file, each at one exact version`,
    `${count(({ integrity }) => integrity?.startsWith('sha512-'))} held to a SHA-512 checksum; the others are for other platforms`,
    `${count(({ hasInstallScript, optional }) => hasInstallScript && !optional)} want to run a script at installation; package.json names which may`,
    `no licence named in the lock file: ${unlicensed.map(([path]) => path.replace(/^.*node_modules\//, '')).join(', ') || 'none'}`,
  ];
}

/** @param {{ error?: unknown, message?: string, metadata?: { vulnerabilities?: Record<string, number> } }} answer */
export function saidBy(answer) {
  const found = answer.metadata?.vulnerabilities;
  if (!found) return { isKnown: false, text: `No advisory service: ${answer.message ?? 'no answer'}` };
  const { total = 0, ...kinds } = found;
  const named = Object.entries(kinds).filter(([, number]) => number > 0);
  return {
    isKnown: true,
    text: `${total} advisories${named.map(([kind, number]) => `, ${kind} ${number}`).join('')}`,
    total,
  };
}

function main() {
  const { stdout } = spawnSync('npm', ['audit', '--json'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  let answer = {};
  try {
    answer = JSON.parse(stdout || '{}');
  } catch {
    answer = { message: stdout.slice(0, 200) };
  }
  const { isKnown, text, total } = saidBy(answer);
  console.log(text);
  if (isKnown) {
    if (total) console.log('`npm audit` names each, with its way out.');
    process.exitCode = total ? 1 : 0;
    return;
  }
  console.log('Whether anything is known against these packages stays open. Without the service:');
  for (const line of offlineReport(JSON.parse(readFileSync('package-lock.json', 'utf8'))))
    console.log(`  ${line}`);
  console.log('Run it against a registry with the service (npm_config_registry=…) before a release.');
  process.exitCode = NOTHING_SAID;
}

if (process.argv[1]?.endsWith('audit.mjs')) main();
