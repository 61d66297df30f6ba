/** Directory files as people and strangers send them: each problem names the entry, and nothing is taken in silence. */
import { describe, expect, it, vi } from 'vitest';
import { type Directory, readDirectory, writeDirectory } from '#core';
import { type Entry, problemsOf, problemsOfText, refused, sound } from '../support/oracle/directories.ts';

it('the sound directory of these tests is sound', () => {
  expect(problemsOf(() => {})).toEqual([]);
});

describe('a file that is no directory', () => {
  it.each(['', '{', 'PK\u0003\u0004', '<html></html>', '{"a":1,}', 'NaN', '{"version": NaN}'])(
    '%j is not JSON',
    (text) => {
      expect(problemsOfText(text)).toMatchObject([{ code: 'not-json', path: [] }]);
    },
  );

  it.each(['null', '[]', '7', '"directory"', '{}', '{"format":"other","version":1}', '{"version":1}'])(
    '%s is JSON, but no directory',
    (text) => {
      const problems = problemsOfText(text);
      expect(problems.length).toBeGreaterThan(0);
      expect(problems[0]).toMatchObject({ code: 'not-a-directory', path: [] });
    },
  );

  it('of a newer version is said to be of a newer Dueline, whatever else it holds', () => {
    expect(
      problemsOf((document) => Object.assign(document, { version: 2, calendars: 'moved' })),
    ).toMatchObject([{ code: 'newer-version', values: { version: 2, supported: 1 } }]);
  });

  it.each([0, -1, '1', null])('version %j is none that ever was', (version) => {
    const problems = problemsOf((document) => Object.assign(document, { version }));
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]?.code).not.toBe('newer-version');
  });

  it('of 50 MB is refused unparsed: that it is no JSON either is not found out', () => {
    const parsed = vi.spyOn(JSON, 'parse');
    const problems = problemsOfText('{'.padEnd(50_000_000, 'x'));
    expect(parsed).not.toHaveBeenCalled();
    parsed.mockRestore();
    expect(problems).toMatchObject([{ code: 'file-too-large', path: [] }]);
  });
});

describe('what goes across entries', () => {
  it('an unknown zone is named at its calendar', () => {
    const at = refused((d) => Object.assign(d.calendars[0]!, { zone: 'Europe/Nowhere' }), 'zone-unknown', [
      'calendars',
      0,
      'zone',
    ]);
    expect(at.values).toEqual({ zone: 'Europe/Nowhere' });
  });

  it.each([
    ['customer', 'Z'],
    ['manager', 'M-9'],
    ['calendar', 'paris'],
    ['tier', 'platinum'],
    ['backup', 'M-9'],
  ])('an engagement whose %s does not exist names the engagement', (field, id) => {
    const problem = refused((d) => Object.assign(d.engagements[1]!, { [field]: id }), 'missing-entry', [
      'engagements',
      1,
      field,
    ]);
    expect(problem.values).toMatchObject({ entry: expect.stringContaining('E-2'), id });
  });

  it.each(['calendars', 'managers', 'customers', 'engagements', 'cases'])(
    'two %s of one id name the id',
    (section) => {
      const problem = refused(
        (d) => (d[section] as Entry[]).push(structuredClone((d[section] as Entry[])[0]!)),
        'duplicate-id',
        [section, (sound()[section] as Entry[]).length, 'id'],
      );
      expect(problem.values).toMatchObject({ id: (sound()[section] as Entry[])[0]!.id });
    },
  );

  it.each([
    ['M-1 for M-1', ['M-1', undefined], 'M-1', 0],
    ['M-2 for M-2, behind M-1', ['M-2', 'M-2'], 'M-2', 1],
    ['a ring of three', ['M-2', 'M-3', 'M-1'], 'M-1 → M-2 → M-3', 0],
    ['a ring of three behind M-1', ['M-2', 'M-3', 'M-4', 'M-2'], 'M-2 → M-3 → M-4', 1],
  ])('backups that lead back to where they began are told once: %s', (_, backups, managers, index) => {
    const problems = problemsOf((d) =>
      Object.assign(d, {
        managers: backups.map((backup, at) => ({ id: `M-${at + 1}`, name: 'M', ...(backup && { backup }) })),
      }),
    );
    expect(problems).toEqual([
      { code: 'backup-cycle', path: ['managers', index, 'backup'], values: { managers } },
    ]);
  });

  it('two managers who stand in for each other are no circle', () => {
    expect(problemsOf((d) => Object.assign(d.managers[1]!, { backup: 'M-1' }))).toEqual([]);
  });

  it('a ticket that two engagements list refuses nothing: it is found by the check and asked on its page', () => {
    const problems = problemsOf((d) =>
      d.cases.push({
        id: 'C-2',
        engagement: 'E-3',
        status: 'open',
        link: 'https://desk.example/tickets/1',
      }),
    );
    expect(problems).toEqual([]);
  });

  it('two customers who claim one domain are both named, whatever the case of its letters', () => {
    const problems = problemsOf((d) => Object.assign(d.customers[1]!, { domains: ['A.Example '] }));
    expect(problems).toMatchObject([
      {
        code: 'customer-claimed-twice',
        path: ['customers', 1, 'domains'],
        values: { first: 'A', second: 'B' },
      },
    ]);
  });

  it('a term that ends before it begins, and dates that do not exist', () => {
    refused(
      (d) => Object.assign(d.engagements[0]!, { from: '2026-06-02', until: '2026-06-01' }),
      'from-after-until',
      ['engagements', 0],
    );
    const dates = problemsOf((d) => Object.assign(d.engagements[0]!, { from: '2026-02-30' }));
    expect(dates).toMatchObject([
      { code: 'date-invalid', path: ['engagements', 0, 'from'], values: { date: '2026-02-30' } },
    ]);
  });
});

describe('the round trip', () => {
  it('keeps what this version does not know, on every level, and the order of the rest', () => {
    const document = sound();
    Object.assign(document, { colour: { of: ['us'] } });
    Object.assign(document.engagements[0]!, { hue: 'red' });
    Object.assign(document.managers[0]!, { desk: { floor: 3 } });
    const { directory } = readDirectory(JSON.stringify(document));
    const text = writeDirectory(directory!);
    expect(JSON.parse(text)).toEqual(document);
    expect(writeDirectory(readDirectory(text).directory as Directory)).toBe(text);
  });
});
