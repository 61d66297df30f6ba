/** Makes a new spreadsheet, once: an answer that was lost never leaves a second tracker behind. */
import { createHash } from 'node:crypto';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { patiently, sittingOut } from '../google/patience.ts';
import type { Access } from './remote.ts';

type File = drive_v3.Schema$File;

/** Properties that only this app sees, and finds files by. */
const TRACKER = 'duelineTracker';
const STATE = 'duelineState';
const RUN = 'duelineRun';
const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';
const FIELDS = 'files(id,name,createdTime,appProperties,webViewLink)';

export interface CreateOptions {
  title: string;
  /** Id of the folder that it comes into; without one, where the account keeps its files. */
  folder?: string | undefined;
  /** Whether a second tracker of the same name is meant. */
  another: boolean;
  /** Tells this run's files from those of another run at the same time. */
  run: string;
}

export type Created = { state: 'exists' | 'going-on' | 'new'; id: string; url: string };

export async function createSpreadsheet(access: Access, options: CreateOptions): Promise<Created> {
  const sitOut = sittingOut(access.patience);
  while (true) {
    const files = await filesOf(access, options);
    const unfinished = files.filter(({ appProperties }) => appProperties?.[STATE] === 'unfinished');
    const own = unfinished.find(({ appProperties }) => appProperties?.[RUN] === options.run);
    if (own) return made(own, 'new');
    if (unfinished[0] && !options.another) return made(unfinished[0], 'going-on');
    const [finished] = files;
    if (finished && !options.another) return made(finished, 'exists');
    try {
      return made(await create(access, options), 'new');
    } catch (error) {
      await sitOut(error);
    }
  }
}

/**
 * Notes that the tracker is complete. A second file that this run made, because Drive did not show the first one
 * in time, is put into the bin; it holds nothing.
 */
export async function finishSpreadsheet(
  access: Access,
  { id }: Created,
  options: CreateOptions,
): Promise<string[]> {
  const doubles = (await filesOf(access, options)).filter(
    (file) =>
      file.id !== id &&
      file.appProperties?.[RUN] === options.run &&
      file.appProperties[STATE] === 'unfinished',
  );
  // Setting a property to the same value again changes nothing: these may be repeated like a read.
  const change = (fileId: string, requestBody: File) =>
    patiently(
      'read',
      () =>
        access.services.drive.files.update({ fileId, requestBody, supportsAllDrives: true, fields: 'id' }),
      access.patience,
    );
  for (const double of doubles) await change(double.id!, { trashed: true });
  await change(id, { appProperties: { [STATE]: 'done' } });
  return doubles.map((file) => urlOf(file));
}

async function filesOf({ services, patience }: Access, { title }: CreateOptions): Promise<File[]> {
  const q = `appProperties has { key='${TRACKER}' and value='${keyOf(title)}' } and trashed = false`;
  const { data } = await patiently(
    'read',
    () =>
      services.drive.files.list({
        q,
        fields: FIELDS,
        orderBy: 'createdTime',
        supportsAllDrives: true,
        includeItemsFromAllDrives: true,
      }),
    patience,
  );
  return data.files ?? [];
}

async function create({ services, patience }: Access, { title, folder, run }: CreateOptions): Promise<File> {
  const requestBody: File = {
    name: title,
    mimeType: SPREADSHEET,
    appProperties: { [TRACKER]: keyOf(title), [STATE]: 'unfinished', [RUN]: run },
    ...(folder === undefined ? {} : { parents: [folder] }),
  };
  const { data } = await patiently(
    'write',
    () => services.drive.files.create({ requestBody, supportsAllDrives: true, fields: 'id,webViewLink' }),
    patience,
  );
  return data;
}

/** A title in a form that a query can hold whatever is in it. */
function keyOf(title: string): string {
  return createHash('sha256').update(title).digest('hex').slice(0, 32);
}

function made(file: File, state: Created['state']): Created {
  return { state, id: file.id!, url: urlOf(file) };
}

function urlOf({ id, webViewLink }: File): string {
  return webViewLink ?? `https://docs.google.com/spreadsheets/d/${id}/edit`;
}
