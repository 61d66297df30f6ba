/** `npm run test:fuzz`, with nothing installed yet. */
import { prepareAndRun } from './prepare.mjs';

await prepareAndRun('test/fuzz/main.ts');
