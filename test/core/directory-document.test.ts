import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { isProblem, openDirectory, readDirectory, writeDirectory } from '#core';
import { type Migration, migrate } from '#core/engagement/migrate.ts';
import { directoryJsonSchema, SCHEMA_FILE } from '../support/schema.ts';

const sample = (name: string) => readFileSync(new URL(`./samples/${name}`, import.meta.url), 'utf8');
const SAMPLES = ['directory-v1.json', 'hosting-company.json'];

describe('documents of every version so far', () => {
  it.each(SAMPLES)('%s still opens', (name) => {
    const { directory, problems } = readDirectory(sample(name));
    expect(problems).toEqual([]);
    expect(Array.isArray(openDirectory(directory!))).toBe(false);
  });

  it.each(SAMPLES)(
    '%s loses nothing on a round trip, fields that this version does not know included',
    (name) => {
      const { directory } = readDirectory(sample(name));
      expect(JSON.parse(writeDirectory(directory!))).toEqual(JSON.parse(sample(name)));
    },
  );

  it('one change is one changed line', () => {
    const { directory } = readDirectory(sample('directory-v1.json'));
    const before = writeDirectory(directory!).split('\n');
    const changed = structuredClone(directory!);
    changed.activities![0]!.hours = 0.2;
    const after = writeDirectory(changed).split('\n');
    expect(after.filter((line, index) => line !== before[index])).toHaveLength(1);
  });

  it('writes the same bytes whatever order a form filled the fields in', () => {
    const { directory } = readDirectory(sample('directory-v1.json'));
    const reversed = Object.fromEntries(Object.entries(directory!).reverse());
    const again = readDirectory(JSON.stringify(reversed));
    expect(writeDirectory(again.directory!)).toBe(writeDirectory(directory!));
  });
});

describe('migration', () => {
  // Two invented steps: the first version of a real document is the present one.
  const steps: Record<number, Migration> = {
    1: ({ people, ...rest }) => ({ ...rest, managers: people }),
    2: (document) => ({ ...document, zone: 'UTC' }),
  };

  it('goes a version at a time and names the version it reached', () => {
    expect(migrate({ version: 1, people: ['a'] }, 3, steps)).toEqual({
      version: 3,
      managers: ['a'],
      zone: 'UTC',
    });
    expect(migrate({ version: 2, managers: [] }, 3, steps)).toEqual({
      version: 3,
      managers: [],
      zone: 'UTC',
    });
  });

  it('leaves a document alone whose way is not known, and one that is up to date', () => {
    const unknown = { version: 0, people: [] };
    expect(migrate(unknown, 3, steps)).toBe(unknown);
    const present = { version: 3 };
    expect(migrate(present, 3, steps)).toBe(present);
  });

  it('newer-document: a newer version is a named problem, not a guess', () => {
    const newer = JSON.stringify({ ...JSON.parse(sample('directory-v1.json')), version: 2 });
    expect(readDirectory(newer)).toMatchObject({
      directory: null,
      problems: [{ code: 'newer-version', values: { version: 2, supported: 1 } }],
    });
  });
});

describe('the published JSON Schema', () => {
  it('is the one that the zod schemas make: run `npm run schema` after changing them', () => {
    expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(directoryJsonSchema());
  });

  it('accepts what we read and refuses what we refuse, in another validator', () => {
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(directoryJsonSchema()));
    for (const name of SAMPLES) expect(validate(JSON.parse(sample(name)))).toBe(true);
    const broken = JSON.parse(sample('directory-v1.json'));
    broken.engagements[0].calendar = 7;
    expect(validate(broken)).toBe(false);
    const { problems } = readDirectory(JSON.stringify(broken));
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['wrong-type', ['engagements', 0, 'calendar']],
    ]);
    expect(problems.every(isProblem)).toBe(true);
  });
});
