/** Google's services as the commands use them. Nothing is repeated by the package itself: what may be is decided in `patience.ts`. */
import { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { script_v1 } from 'googleapis/build/src/apis/script/v1.js';
import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';

export interface Services {
  drive: drive_v3.Drive;
  script: script_v1.Script;
  sheets: sheets_v4.Sheets;
}

export interface ServicesOptions {
  auth: NonNullable<ConstructorParameters<typeof sheets_v4.Sheets>[0]['auth']>;
  /** After this a call without an answer counts as cut off. */
  timeoutMs: number;
  /** Another address in place of Google's, for all services. */
  rootUrl?: string | undefined;
}

export function openServices({ auth, timeoutMs, rootUrl }: ServicesOptions): Services {
  const options = { auth, timeout: timeoutMs, retry: false, ...(rootUrl === undefined ? {} : { rootUrl }) };
  return {
    drive: new drive_v3.Drive(options),
    script: new script_v1.Script(options),
    sheets: new sheets_v4.Sheets(options),
  };
}
