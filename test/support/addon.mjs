/** `npm run addon`, with nothing installed yet. */
import { prepareAndRun } from './prepare.mjs';

await prepareAndRun('sheets-addon/provision/addon.ts');
