/** What Drive says of a picked file: enough to know whether anything has changed, and nothing of what is in it. */
import { type Caller, call } from './google-call.ts';
import { isFailure, type SheetFailure } from './tracker-sheet.ts';

export const DRIVE_ADDRESS = 'https://www.googleapis.com/';

export interface FileState {
  name: string;
  version: string;
}

export async function fileState(
  caller: Caller,
  file: string,
  address = DRIVE_ADDRESS,
): Promise<FileState | SheetFailure> {
  const url = `${address}drive/v3/files/${encodeURIComponent(file)}?fields=name,version,trashed&supportsAllDrives=true`;
  const found = await call<{ name?: string; version?: string; trashed?: boolean }>(caller, {
    method: 'GET',
    url,
  });
  if (isFailure(found)) return found;
  if (found.trashed) return { failed: 'not-picked' };
  return { name: found.name ?? '', version: found.version ?? '' };
}
