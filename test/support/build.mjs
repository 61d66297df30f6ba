/** `npm run build`, with nothing installed yet. */
import { prepareAndRun } from './prepare.mjs';

await prepareAndRun('test/support/build.ts');
