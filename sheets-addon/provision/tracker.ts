/** `npm run tracker -- <command>`: trackers at Google from the command line. */
import process from 'node:process';
import type { Command } from './commands/command.ts';
import { createCommand } from './commands/create.ts';
import { runCommand } from './commands/main.ts';
import { signInCommand, signOutCommand } from './commands/sign-in.ts';
import { updateCommand } from './commands/update.ts';
import { machineEdge } from './edge.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  create: createCommand,
  'sign-in': signInCommand,
  'sign-out': signOutCommand,
  update: updateCommand,
};

process.exitCode = await runCommand(
  COMMANDS,
  'provision.tracker-usage',
  process.argv.slice(2),
  machineEdge(),
);
