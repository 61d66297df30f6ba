/** The add-on's script at Google: its files put in place, its versions, each made once. */
import { createHash } from 'node:crypto';
import type { script_v1 } from 'googleapis/build/src/apis/script/v1.js';
import { DAILY_SCOPES } from '../../daily/permissions.ts';
import { patiently, sittingOut } from '../google/patience.ts';
import type { Access } from './remote.ts';

export type ScriptFile = Required<Pick<script_v1.Schema$File, 'name' | 'source' | 'type'>>;

export interface Upload {
  /** Names of files that were not there, or differed. */
  changed: string[];
  /** Names of files that somebody else put there; they stay. */
  kept: string[];
  files: script_v1.Schema$File[];
}

/** What an upload would change. The daily check's permissions stay as they stand, unless one says otherwise. */
export async function compareScript(
  { services, patience }: Access,
  scriptId: string,
  built: readonly ScriptFile[],
  daily?: 'off' | 'on',
): Promise<Upload> {
  const { data } = await patiently('read', () => services.script.projects.getContent({ scriptId }), patience);
  const standing = data.files ?? [];
  const isDaily = daily === undefined ? standing.some(asksForDaily) : daily === 'on';
  const ours = isDaily ? built.map(withDaily) : built;
  const changed = ours.filter(
    (file) =>
      !standing.some(
        ({ name, type, source }) => name === file.name && type === file.type && source === file.source,
      ),
  );
  const theirs = standing.filter(({ name }) => !ours.some((file) => file.name === name));
  return {
    changed: changed.map(({ name }) => String(name)),
    kept: theirs.map(({ name }) => String(name)),
    files: [...ours, ...theirs.map(({ name, type, source }) => ({ name, type, source }))],
  };
}

/** The whole content is put there at once; the same content twice is the same, so it may be sent again. */
export async function uploadScript(
  { services, patience }: Access,
  scriptId: string,
  { files }: Upload,
): Promise<void> {
  await patiently(
    'read',
    () => services.script.projects.updateContent({ scriptId, requestBody: { files } }),
    patience,
  );
}

/**
 * A new script bound to a spreadsheet. Google offers no way to look whether one was made when the answer is
 * lost, so that is left to the user's eyes.
 */
export async function createScript(
  { services, patience }: Access,
  title: string,
  parentId: string,
): Promise<string> {
  const { data } = await patiently(
    'write',
    () => services.script.projects.create({ requestBody: { title, parentId } }),
    patience,
  );
  return data.scriptId!;
}

export async function listVersions(
  { services, patience }: Access,
  scriptId: string,
): Promise<script_v1.Schema$Version[]> {
  const versions: script_v1.Schema$Version[] = [];
  let pageToken: string | undefined;
  do {
    const query = { scriptId, pageSize: 200, ...(pageToken === undefined ? {} : { pageToken }) };
    const { data } = await patiently('read', () => services.script.projects.versions.list(query), patience);
    versions.push(...(data.versions ?? []));
    pageToken = data.nextPageToken ?? undefined;
  } while (pageToken !== undefined);
  return versions.sort((a, b) => (a.versionNumber ?? 0) - (b.versionNumber ?? 0));
}

/** Known by its description, which ends with the contents' fingerprint: the same contents make one version. */
export async function addVersion(
  access: Access,
  scriptId: string,
  files: readonly ScriptFile[],
): Promise<number> {
  const { services, patience } = access;
  const description = `Dueline ${fingerprintOf(files)}`;
  const sitOut = sittingOut(patience);
  while (true) {
    const known = (await listVersions(access, scriptId)).find(
      (version) => version.description === description,
    );
    if (known) return known.versionNumber!;
    try {
      const { data } = await patiently(
        'write',
        () => services.script.projects.versions.create({ scriptId, requestBody: { description } }),
        patience,
      );
      return data.versionNumber!;
    } catch (error) {
      await sitOut(error);
    }
  }
}

function fingerprintOf(files: readonly ScriptFile[]): string {
  const sorted = files.toSorted((a, b) => (String(a.name) < String(b.name) ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify(sorted.map(({ name, type, source }) => [name, type, source])))
    .digest('hex')
    .slice(0, 12);
}

const MANIFEST = 'appsscript';

function asksForDaily({ name, source }: script_v1.Schema$File): boolean {
  return name === MANIFEST && DAILY_SCOPES.every((scope) => source?.includes(`"${scope}"`));
}

/** Google asks everybody for what the manifest names: so the daily check's part is in it only where it is wanted. */
function withDaily(file: ScriptFile): ScriptFile {
  if (file.name !== MANIFEST) return file;
  const manifest = JSON.parse(file.source!) as { oauthScopes: string[] };
  const oauthScopes = [...manifest.oauthScopes, ...DAILY_SCOPES];
  return { ...file, source: `${JSON.stringify({ ...manifest, oauthScopes }, null, 2)}\n` };
}
