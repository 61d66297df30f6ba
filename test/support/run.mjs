/** Child processes: run to the end, keep what they say, never hang for good. */
import { spawn } from 'node:child_process';

/**
 * @typedef {{ code: number, output: string, timedOut: boolean }} Outcome
 * @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, live?: boolean, shell?: boolean }} Options
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** @param {import('node:child_process').ChildProcess} child */
function kill(child) {
  try {
    if (process.platform === 'win32' || !child.pid) child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself in the meantime.
  }
}

function endAll() {
  for (const child of running) kill(child);
  process.exit(130);
}

/** While children run, a signal to us ends them; without any, a signal is our caller's business. */
function listen() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.off(signal, endAll);
    if (running.size > 0) process.on(signal, endAll);
  }
}

/**
 * Runs a command in a process group of its own, so that a time limit or Ctrl-C takes its children with it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Options} [options] `live`: its output goes to the terminal as well
 * @returns {Promise<Outcome>}
 */
export function run(command, args, { cwd, env, timeoutMs, live = false, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      cwd,
      env: env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      shell,
    });
    running.add(child);
    listen();
    let output = '';
    let timedOut = false;
    const limit = timeoutMs
      ? setTimeout(() => {
          timedOut = true;
          kill(child);
        }, timeoutMs)
      : undefined;
    for (const stream of /** @type {const} */ (['stdout', 'stderr'])) {
      child[stream].setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output += text;
        if (live) process[stream].write(text);
      });
    }
    /** @param {number} code */
    const end = (code) => {
      clearTimeout(limit);
      running.delete(child);
      listen();
      resolve({ code, output, timedOut });
    };
    child.on('error', (error) => {
      output += `${error.message}\n`;
      end(127);
    });
    child.on('close', (code, signal) => end(code ?? (signal ? 128 : 1)));
  });
}

/**
 * Runs npm, the one that started us where there is one.
 * @param {readonly string[]} args
 * @param {Options} [options]
 */
export function npm(args, options = {}) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}
