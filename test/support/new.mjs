/** `npm run new <kind> <name>`, with nothing installed yet. */
import { prepareAndRun } from './prepare.mjs';

await prepareAndRun('test/support/new/main.ts');
