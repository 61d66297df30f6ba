/** `npm run readers:score [systems…] [--save]`: how much the generic reader reads of real ticket systems. */
import { prepareAndRun } from './prepare.mjs';

await prepareAndRun('test/readers-score/main.ts');
