/** `push` and `versions`: the built add-on into a script at Google. */
import { PERSON_SCOPES, SCRIPT_SCOPES } from '../google/account.ts';
import { CallFailed } from '../google/failure.ts';
import type { Access } from '../online/remote.ts';
import { addVersion, compareScript, createScript, listVersions, uploadScript } from '../online/script.ts';
import { type Call, type Command, Complaint, idIn, text } from './command.ts';

const TITLE = 'Dueline';

const pushCommand: Command = {
  options: {
    script: { type: 'string' },
    spreadsheet: { type: 'string' },
    'daily-check': { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  words: 0,
  run: async (call) => {
    const { edge, values, translate } = call;
    const daily = text(values, 'daily-check');
    if (daily !== undefined && daily !== 'on' && daily !== 'off') {
      throw new Complaint([translate('provision.daily-check-how', { text: daily })]);
    }
    const access = call.access([...PERSON_SCOPES, ...SCRIPT_SCOPES]);
    const files = await edge.builtAddOn();
    const scriptId = await wantedScript(call, access);
    const upload = await compareScript(access, scriptId, files, daily);
    const said = { files: upload.changed.join(', '), count: upload.changed.length };
    if (upload.changed.length === 0) edge.out(translate('provision.script-same'));
    else if (values['dry-run']) edge.out(translate('provision.script-would-change', said));
    else {
      await uploadScript(access, scriptId, upload);
      edge.out(translate('provision.script-changed', said));
    }
    if (upload.kept.length > 0) {
      edge.out(
        translate('provision.script-kept', { files: upload.kept.join(', '), count: upload.kept.length }),
      );
    }
    edge.out(`https://script.google.com/d/${scriptId}/edit`);
    return 0;
  },
};

const versionsCommand: Command = {
  options: { script: { type: 'string' }, add: { type: 'boolean' } },
  words: 0,
  run: async (call) => {
    const { edge, values, translate } = call;
    const script = text(values, 'script');
    if (script === undefined) throw new Complaint([translate('provision.script-which')]);
    const access = call.access([...PERSON_SCOPES, ...SCRIPT_SCOPES]);
    const scriptId = idIn(script);
    if (values.add) {
      const files = await edge.builtAddOn();
      const { changed } = await compareScript(access, scriptId, files);
      // A version is of what stands there; what is built here has to be there first.
      if (changed.length > 0) throw new Complaint([translate('provision.script-push-first')]);
      const number = await addVersion(access, scriptId, files);
      edge.out(translate('provision.script-version', { number: String(number) }));
    }
    for (const { versionNumber, createTime, description } of await listVersions(access, scriptId)) {
      edge.out(
        [versionNumber, createTime, description].filter((part) => part != null && part !== '').join(' · '),
      );
    }
    return 0;
  },
};

export const ADDON_COMMANDS: Readonly<Record<string, Command>> = {
  push: pushCommand,
  versions: versionsCommand,
};

async function wantedScript({ values, translate }: Call, access: Access): Promise<string> {
  const script = text(values, 'script');
  if (script !== undefined) return idIn(script);
  const spreadsheet = text(values, 'spreadsheet');
  if (spreadsheet === undefined || values['dry-run'])
    throw new Complaint([translate('provision.script-which')]);
  try {
    return await createScript(access, TITLE, idIn(spreadsheet));
  } catch (error) {
    if (!(error instanceof CallFailed) || error.kind !== 'unclear') throw error;
    throw new Complaint([translate('provision.script-unclear', { detail: error.detail })]);
  }
}
