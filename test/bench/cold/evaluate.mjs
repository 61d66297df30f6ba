/** Compiles and evaluates one script in a context with nothing but the language, and prints what that took in milliseconds. */
import { readFileSync } from 'node:fs';
import { argv, cpuUsage } from 'node:process';
import { createContext, Script } from 'node:vm';

const [, , path = ''] = argv;
const source = readFileSync(path, 'utf8');
const context = createContext({});
const before = cpuUsage();
new Script(source).runInContext(context);
const { user, system } = cpuUsage(before);
console.log((user + system) / 1000);
