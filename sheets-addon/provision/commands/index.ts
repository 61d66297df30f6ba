/** The commands of `npm run tracker`, alphabetical. */
import { checkCommand } from './check.ts';
import type { Command } from './command.ts';
import { createCommand } from './create.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { reportCommand } from './report.ts';
import { signInCommand, signOutCommand } from './sign-in.ts';
import { updateCommand } from './update.ts';

export const TRACKER_COMMANDS: Readonly<Record<string, Command>> = {
  check: checkCommand,
  create: createCommand,
  export: exportCommand,
  import: importCommand,
  report: reportCommand,
  'sign-in': signInCommand,
  'sign-out': signOutCommand,
  update: updateCommand,
};
