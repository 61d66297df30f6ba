/** `npm run tracker`, with nothing installed yet. */
import { prepareAndRun } from './prepare.mjs';

await prepareAndRun('sheets-addon/provision/tracker.ts');
