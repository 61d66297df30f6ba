/** `sign-in` and `sign-out`: one's own Google account, kept on this machine. */
import { clientIdentity, PERSON_SCOPES, SCRIPT_SCOPES } from '../google/account.ts';
import { forgetSignIn, keepSignIn, readSignIn, signInFile } from '../google/kept-sign-in.ts';
import { signIn, signOut } from '../google/sign-in.ts';
import { type Command, Complaint, fileText, text } from './command.ts';

/** How long somebody may take to sign in. */
const PATIENCE_MS = 5 * 60_000;

export const signInCommand: Command = {
  options: { client: { type: 'string' }, scripts: { type: 'boolean' } },
  words: 0,
  run: async ({ edge, values, translate }) => {
    const file = signInFile(edge.configFolder);
    const path = text(values, 'client');
    const identity = path === undefined ? readSignIn(file) : clientIdentity(fileText(path, translate));
    if (!identity) {
      throw new Complaint([
        path === undefined
          ? translate('provision.sign-in-missing')
          : translate('provision.client-unreadable', { path }),
      ]);
    }
    const kept = await signIn({
      identity: { clientId: identity.clientId, clientSecret: identity.clientSecret },
      scopes: [...PERSON_SCOPES, ...(values.scripts ? SCRIPT_SCOPES : [])],
      addresses: edge.signInAddresses,
      farewell: translate('provision.sign-in-farewell'),
      signal: AbortSignal.timeout(PATIENCE_MS),
      open: (url) => {
        edge.note(translate('provision.sign-in-open', { url }));
        edge.openAddress(url);
      },
    });
    keepSignIn(file, kept);
    edge.out(translate('provision.signed-in', { path: file }));
    return 0;
  },
};

export const signOutCommand: Command = {
  options: {},
  words: 0,
  run: async ({ edge, translate }) => {
    const file = signInFile(edge.configFolder);
    const kept = readSignIn(file);
    // Gone from this machine first, whatever becomes of the rest.
    forgetSignIn(file);
    if (kept) await signOut(kept, edge.signInAddresses);
    edge.out(translate('provision.signed-out'));
    return 0;
  },
};
