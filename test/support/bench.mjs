/** `npm run bench`, in the zone of the measured calendars: the packages compared know no zone but the process'. */
import { prepareAndRun } from './prepare.mjs';

process.env.TZ = 'America/New_York';
await prepareAndRun('test/bench/main.ts');
