/** `npm run portfolio -- <command>`: reports over many trackers at once. */
import process from 'node:process';
import { runCommand } from './commands/main.ts';
import { PORTFOLIO_COMMANDS } from './commands/portfolio.ts';
import { machineEdge } from './edge.ts';

process.exitCode = await runCommand(
  PORTFOLIO_COMMANDS,
  'portfolio.usage',
  process.argv.slice(2),
  machineEdge(),
);
