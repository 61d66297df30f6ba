/** `npm test`, with nothing installed yet. */
import { prepareAndRun } from './prepare.mjs';

await prepareAndRun('test/support/check/main.ts');
