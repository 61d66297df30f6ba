/** `npm run tracker -- <command>`: trackers at Google from the command line. */
import process from 'node:process';
import { TRACKER_COMMANDS } from './commands/index.ts';
import { runCommand } from './commands/main.ts';
import { machineEdge } from './edge.ts';

process.exitCode = await runCommand(
  TRACKER_COMMANDS,
  'provision.tracker-usage',
  process.argv.slice(2),
  machineEdge(),
);
