/** `npm run addon -- <command>`: the add-on into Google from the command line. */
import process from 'node:process';
import { ADDON_COMMANDS } from './commands/addon.ts';
import { runCommand } from './commands/main.ts';
import { machineEdge } from './edge.ts';

// Google takes scripts from people only: a service account that is there for other things is left aside.
const edge = { ...machineEdge(), keyFile: undefined };
process.exitCode = await runCommand(ADDON_COMMANDS, 'provision.addon-usage', process.argv.slice(2), edge);
