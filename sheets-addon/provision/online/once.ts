/** A single write that must happen once: after a doubt, what is there is looked at before it is sent again. */
import { CallFailed } from '../google/failure.ts';
import { ATTEMPTS, patiently, waitBefore } from '../google/patience.ts';
import type { Request } from './change.ts';
import type { Access } from './remote.ts';

/** Asks for the requests anew before each attempt; `null` says that it has been done. */
export async function writeOnce(
  access: Access,
  spreadsheetId: string,
  requestsNow: () => Promise<readonly Request[] | null>,
): Promise<void> {
  const { services, patience } = access;
  for (let attempt = 1; ; attempt++) {
    const requests = await requestsNow();
    if (requests === null) return;
    const requestBody = { requests: [...requests] };
    try {
      await patiently(
        'write',
        () =>
          services.sheets.spreadsheets.batchUpdate({ spreadsheetId, fields: 'spreadsheetId', requestBody }),
        patience,
      );
      return;
    } catch (error) {
      if (!(error instanceof CallFailed) || error.kind !== 'unclear') throw error;
      if (attempt >= ATTEMPTS) throw new CallFailed('no-answer', error.detail);
      const ms = waitBefore(attempt, patience.random(), error.waitMs);
      patience.waiting(ms, error.detail);
      await patience.pause(ms);
    }
  }
}
