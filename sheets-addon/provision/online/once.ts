/** A single write that must happen once: after a doubt, what is there is looked at before it is sent again. */
import { CallFailed } from '../google/failure.ts';
import { patiently, sittingOut } from '../google/patience.ts';
import type { Request } from './change.ts';
import type { Access } from './remote.ts';

/** Asks for the requests anew before each attempt; `null` says that it has been done. */
export async function writeOnce(
  access: Access,
  spreadsheetId: string,
  requestsNow: () => Promise<readonly Request[] | null>,
): Promise<void> {
  const { services, patience } = access;
  const sitOut = sittingOut(patience);
  while (true) {
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
      // Another run may have done the same in this moment, and Google refuses it a second time.
      const isRefused = error instanceof CallFailed && error.kind === 'refused';
      if (isRefused && (await requestsNow()) === null) return;
      await sitOut(error);
    }
  }
}
