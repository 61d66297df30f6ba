/** `npm start`, with nothing installed yet. */
import { prepareAndRun } from './prepare.mjs';

await prepareAndRun('test/support/demo/main.ts');
