/** `npm run readers:score [systems…] [--save | --kept] [--sites]`: how much is read of real ticket systems. */
import { prepareAndRun } from './prepare.mjs';

await prepareAndRun('test/readers-score/main.ts');
