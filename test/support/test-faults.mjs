/** `npm run test:faults`, with nothing installed yet. */
import { prepareAndRun } from './prepare.mjs';

await prepareAndRun('test/faults/main.ts');
