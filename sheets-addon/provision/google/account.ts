/** In whose name Google is asked: a service account's key, or the sign-in that was kept. */
import { auth } from 'googleapis/build/src/apis/sheets/index.js';
import type { KeptSignIn } from './kept-sign-in.ts';

/** A person's sign-in reaches only the files that Dueline made for them. */
export const PERSON_SCOPES = ['https://www.googleapis.com/auth/drive.file'];
/** For uploading the add-on, asked for only by who does that. */
export const SCRIPT_SCOPES = ['https://www.googleapis.com/auth/script.projects'];
/** A service account reaches only what is shared with it; `drive.file` alone would hide even that. */
const SERVICE_SCOPES = [
  'https://www.googleapis.com/auth/drive.file',
  'https://www.googleapis.com/auth/spreadsheets',
];

/** Google's addresses of sign-in, where others than its own are meant. */
export interface SignInAddresses {
  oauth2AuthBaseUrl: string;
  oauth2RevokeUrl: string;
  oauth2TokenUrl: string;
}

export interface ClientIdentity {
  clientId: string;
  /** Desktop clients have one; it is no secret by itself, as every copy of a program holds it. */
  clientSecret?: string | undefined;
}

export function personClient(identity: ClientIdentity, addresses?: SignInAddresses) {
  return new auth.OAuth2({
    clientId: identity.clientId,
    ...(identity.clientSecret === undefined ? {} : { clientSecret: identity.clientSecret }),
    ...(addresses ? { endpoints: addresses } : {}),
  });
}

export function keptAccount(kept: KeptSignIn, addresses?: SignInAddresses) {
  const client = personClient(kept, addresses);
  client.setCredentials({ refresh_token: kept.refreshToken });
  return client;
}

/** The account of a key file, or `null` where the text is no service account's key. */
export function serviceAccount(keyFile: string) {
  const key = fieldsOf(keyFile);
  if (key?.type !== 'service_account' || !isText(key.client_email) || !isText(key.private_key)) return null;
  return new auth.JWT({ email: key.client_email, key: key.private_key, scopes: SERVICE_SCOPES });
}

/** A desktop client's file as the Google Cloud console gives it, or `null`. */
export function clientIdentity(file: string): ClientIdentity | null {
  const fields = fieldsOf(file);
  const installed = (fields?.installed ?? fields) as Record<string, unknown> | null;
  if (!isText(installed?.client_id)) return null;
  const secret = installed.client_secret;
  return { clientId: installed.client_id, ...(isText(secret) ? { clientSecret: secret } : {}) };
}

function fieldsOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    // The caller says that this is not the file it should be.
    return null;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
