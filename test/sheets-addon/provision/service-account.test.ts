/** A service account asks for no more than it needs, and only its own kind of key is taken. */
import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { clientIdentity, serviceAccount } from '../../../sheets-addon/provision/google/account.ts';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const KEY = {
  type: 'service_account',
  client_email: 'robot@project.iam.gserviceaccount.com',
  private_key: privateKey,
};

test('a key gives an account that may use spreadsheets shared with it and files of its own, nothing else', () => {
  const account = serviceAccount(JSON.stringify(KEY))!;
  expect(account.email).toBe('robot@project.iam.gserviceaccount.com');
  expect(account.scopes).toEqual([
    'https://www.googleapis.com/auth/drive.file',
    'https://www.googleapis.com/auth/spreadsheets',
  ]);
});

test.each([
  ['no JSON', 'PRIVATE KEY'],
  ['another kind of credential', JSON.stringify({ ...KEY, type: 'authorized_user' })],
  ['a key without its address', JSON.stringify({ ...KEY, client_email: '' })],
  ['a list', '[]'],
  ['nothing', 'null'],
])('%s is no service account', (_, text) => {
  expect(serviceAccount(text)).toBe(null);
});

test('the file of a desktop client is read as Google gives it, and nothing else is', () => {
  const file = {
    installed: { client_id: 'id', client_secret: 'GOCSPX-x', redirect_uris: ['http://localhost'] },
  };
  expect(clientIdentity(JSON.stringify(file))).toEqual({ clientId: 'id', clientSecret: 'GOCSPX-x' });
  expect(clientIdentity('{"web":{"client_id":"id"}}')).toBe(null);
  expect(clientIdentity('[]')).toBe(null);
});
