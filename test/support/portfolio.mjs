/** `npm run portfolio`, with nothing installed yet. */
import { prepareAndRun } from './prepare.mjs';

await prepareAndRun('sheets-addon/provision/portfolio.ts');
