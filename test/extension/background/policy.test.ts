/** What an organisation sets by policy: each value for itself, and what cannot be used by its name. */
import { expect, test } from 'vitest';
import { readPolicy } from '../../../extension/background/policy.ts';

test('nothing set leaves everything to the user', () => {
  expect(readPolicy({})).toEqual({
    directory: null,
    language: null,
    sites: [],
    welcome: true,
    unusable: [],
  });
});

test('a value that is wrong is named, and the others hold', () => {
  expect(readPolicy({ language: 'fr', sites: ['desk.example', 'not a site', 7], directory: '{}' })).toEqual({
    directory: '{}',
    language: null,
    sites: [],
    welcome: true,
    unusable: ['sites', 'language'],
  });
  expect(readPolicy({ sites: ['https://desk.example/tickets', '*://*/*'], welcome: false })).toMatchObject({
    sites: ['https://desk.example'],
    welcome: false,
    unusable: ['sites: *://*/*'],
  });
});
