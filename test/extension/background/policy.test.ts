/** What an organisation sets by policy: each value for itself, and what cannot be used by its name. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { managedParts, readPolicy } from '../../../extension/background/policy.ts';
import { guideExamples, valuesIn } from '../../support/managed-policy.ts';
import { plainDirectory } from '../../support/plain-directory.ts';
import { ROOT } from '../../support/walk.ts';

test('nothing set leaves everything to the user', () => {
  expect(readPolicy({})).toEqual({
    directory: null,
    rulebook: null,
    googleClient: null,
    locks: [],
    language: null,
    sites: [],
    welcome: true,
    unusable: [],
  });
});

test('a value that is wrong is named, and the others hold', () => {
  expect(
    readPolicy({ language: 'fr', sites: ['desk.example', 'not a site', 7], directory: '{}' }),
  ).toMatchObject({
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

test('a rulebook is read as a directory’s own would be, and one that is none is named', () => {
  const text = '{"use":"service-management","readings":{"businessDay":"end-of-day"}}';
  expect(readPolicy({ rulebook: text })).toMatchObject({ rulebook: JSON.parse(text), unusable: [] });
  for (const rulebook of ['', '{', 'null', '{"use":"another"}', '{"use":"service-management"},"calendars":7'])
    expect(readPolicy({ rulebook })).toMatchObject({ rulebook: null, unusable: ['rulebook'] });
});

test('a lock holds what it names, and a name that is no lock is said', () => {
  const locked = readPolicy({ locks: ['sites', 'everything'], sites: ['https://desk.example'] });
  expect(locked.unusable).toEqual(['locks: everything']);
  expect(managedParts(locked)).toEqual({
    directory: false,
    rulebook: false,
    googleClient: false,
    language: false,
    onlySites: ['https://desk.example'],
  });
  expect(managedParts(readPolicy({ locks: ['directory', 'rulebook'] }))).toMatchObject({
    directory: true,
    rulebook: true,
    onlySites: null,
  });
  expect(managedParts(readPolicy({ directory: '{}' }))).toMatchObject({ directory: true, rulebook: true });
  expect(managedParts(readPolicy({ googleClient: { id: 'c' }, language: 'de' }))).toMatchObject({
    googleClient: true,
    language: true,
  });
});

test('the schema that the browser holds values to asks for the types that we read', () => {
  const schema = JSON.parse(readFileSync(join(ROOT, 'extension/public/managed-schema.json'), 'utf8'));
  const sound: Record<string, unknown> = {
    ...valuesIn(guideExamples()[0]!),
    directory: JSON.stringify(plainDirectory()),
    googleClient: { id: 'c', secret: 's' },
  };
  const validate = new Ajv().compile({ ...schema, additionalProperties: false });
  expect(validate(sound)).toBe(true);
  expect(readPolicy(sound).unusable).toEqual([]);
  for (const name of Object.keys(schema.properties)) {
    const wrong = { [name]: typeof sound[name] === 'string' ? 7 : 'text' };
    expect([name, validate(wrong)]).toEqual([name, false]);
    expect(readPolicy(wrong).unusable).toEqual([name]);
  }
});

test('every example of the guide is understood as a whole, and the schema names the same values', () => {
  const schema = JSON.parse(readFileSync(join(ROOT, 'extension/public/managed-schema.json'), 'utf8'));
  const examples = guideExamples().map(valuesIn);
  expect(examples).toHaveLength(2);
  for (const values of examples) {
    expect(readPolicy(values).unusable).toEqual([]);
    expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(Object.keys(values)));
  }
  expect(Object.keys(schema.properties).sort()).toEqual(
    Object.keys(readPolicy({}))
      .filter((name) => name !== 'unusable')
      .sort(),
  );
});
