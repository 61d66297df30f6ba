/** Directory files made to break whoever opens them: a problem at most, in time linear to their size. */
import { describe, expect, it } from 'vitest';
import {
  checkDirectory,
  type Directory,
  isProblem,
  openDirectory,
  readDirectory,
  writeDirectory,
} from '#core';
import { type Entry, problemsOf, problemsOfText, refused, sound } from '../support/oracle/directories.ts';

describe('hostile documents', () => {
  it('prototype keys are data at most, and change nothing', () => {
    const text = JSON.stringify(sound()).replace(
      '"format"',
      '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"format"',
    );
    problemsOfText(text);
    expect(({} as Entry).polluted).toBeUndefined();
    for (const id of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      refused((d) => Object.assign(d.engagements[0]!, { manager: id }), 'missing-entry', [
        'engagements',
        0,
        'manager',
      ]);
      refused((d) => Object.assign(d.engagements[0]!, { tier: id }), 'missing-entry', [
        'engagements',
        0,
        'tier',
      ]);
    }
  });

  it.each([
    ['arrays', `${'['.repeat(1e6)}${']'.repeat(1e6)}`],
    ['objects', `${'{"a":'.repeat(2e5)}1${'}'.repeat(2e5)}`],
  ])('a hundred thousand nested %s give a problem, not a crash', (_, nested) => {
    const asField = JSON.stringify(sound()).replace('"cases"', `"extra":${nested},"cases"`);
    for (const text of [nested, asField, JSON.stringify(sound()).replace('"Mia"', nested)]) {
      const { directory, problems } = readDirectory(text);
      expect(directory !== null || (problems.length > 0 && problems.every(isProblem))).toBe(true);
      if (directory) expect(() => openDirectory(directory)).not.toThrow();
    }
  });

  it('numbers that JSON does not know and numbers out of range are refused where they stand', () => {
    const hours = (value: string) =>
      problemsOfText(
        JSON.stringify({
          ...sound(),
          activities: [{ id: 'W-1', engagement: 'E-1', date: '2026-06-08', hours: 0 }],
        }).replace('"hours":0', `"hours":${value}`),
      );
    expect(hours('1.5')).toEqual([]);
    expect(hours('NaN')).toMatchObject([{ code: 'not-json' }]);
    for (const value of ['1e999', '-1', '"1,5"', 'null', '{}']) {
      expect(hours(value), value).toMatchObject([{ path: ['activities', 0, 'hours'] }]);
    }
  });

  it('right-to-left overrides and control characters are kept as text and never hide who is meant', () => {
    const bidi = '\u202eA remotsuC\u202c\u0000';
    const { directory } = readDirectory(JSON.stringify({ ...sound(), name: bidi }));
    expect(directory?.name).toBe(bidi);
    expect(JSON.parse(writeDirectory(directory!)).name).toBe(bidi);
  });

  it('a hundred thousand wrong entries are told in a few, each looked at as often as one of ten', () => {
    const wrong = (count: number) => {
      const looks = { count: 0 };
      const engagements = Array.from({ length: count }, () => counted({ id: 'E-1' }, 'tier', 7, looks));
      const { problems } = checkDirectory({ ...sound(), engagements });
      return { problems, looksAtEach: looks.count / count };
    };
    const many = wrong(100_000);
    expect(many.problems.length).toBeLessThanOrEqual(1000);
    expect(many.problems.map(({ code }) => code)).toContain('too-many-problems');
    expect(Math.floor(many.looksAtEach)).toBe(Math.floor(wrong(1000).looksAtEach));
  });

  it('an entry with a hundred thousand wrong rows inside it is refused where it stands', () => {
    const contacts = Array.from({ length: 200_000 }, () => ({ name: 7, email: 7 }));
    const problems = problemsOf((d) => Object.assign(d.engagements[1]!, { contacts }));
    expect(problems[0]).toMatchObject({ values: { entry: 'E-2' } });
    expect(problems[0]!.path.slice(0, 2)).toEqual(['engagements', 1]);
  });

  it.each([
    ['a chain', (index: number, count: number) => (index + 1 < count ? `M-${index + 1}` : undefined)],
    ['a ring', (index: number, count: number) => `M-${(index + 1) % count}`],
    [
      'a chain into a pair',
      (index: number, count: number) => `M-${index + 1 < count ? index + 1 : count - 2}`,
    ],
  ])('%s of backups is followed once, not once for each manager', (_, backupOf) => {
    const looksAtEach = (count: number) => {
      const looks = { count: 0 };
      const managers = Array.from({ length: count }, (_, index) =>
        counted({ id: `M-${index}`, name: 'M' }, 'backup', backupOf(index, count), looks),
      );
      openDirectory({ ...sound(), managers } as unknown as Directory);
      return looks.count / count;
    };
    expect(looksAtEach(50_000)).toBe(looksAtEach(50));
  });
});

/** An entry of which one field counts how often it is looked at: work that grows faster than the file shows there. */
function counted(entry: Entry, field: string, value: unknown, looks: { count: number }): Entry {
  return Object.defineProperty(entry, field, {
    enumerable: true,
    get() {
      looks.count++;
      return value;
    },
  });
}
