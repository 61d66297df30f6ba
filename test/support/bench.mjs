/**
 * `npm run bench`, in the zone of the measured calendars: the packages compared know no zone but the process'.
 * `npm run bench -- office`: a tracker of full size in LibreOffice alone.
 */
import { prepareAndRun } from './prepare.mjs';

process.env.TZ = 'America/New_York';
await prepareAndRun(process.argv[2] === 'office' ? 'test/bench/office/main.ts' : 'test/bench/main.ts');
