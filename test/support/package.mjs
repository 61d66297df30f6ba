/** `npm run package`: what the stores take, in dist/package. */
import { prepareAndRun } from './prepare.mjs';

await prepareAndRun('test/support/package/main.ts');
