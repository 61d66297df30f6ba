import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/walk.ts';

const PROOF = /`(test\/[\w./-]+)` "([^"]+)"/g;

/** The proofs of a text that do not exist: the file, or a test in it whose name has those words. */
function missingProofs(text: string): string[] {
  return [...text.matchAll(PROOF)].flatMap(([, file = '', words = '']) => {
    const path = join(ROOT, file);
    if (!existsSync(path)) return [`${file} is not there: name the test that proves it now`];
    return readFileSync(path, 'utf8').includes(words) ? [] : [`${file} has no test named "${words}"`];
  });
}

describe('SECURITY.md', () => {
  const text = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');

  test('names only proofs that exist', () => {
    expect(text.match(PROOF)?.length).toBeGreaterThan(20);
    expect(missingProofs(text)).toEqual([]);
  });

  test('every threat has a control and a proof', () => {
    const [, threats = ''] = text.split('## Threats, controls, proofs');
    const rows = threats.split('## Running')[0]!.match(/^\| (?!threat|-).*$/gm) ?? [];
    expect(rows.length).toBeGreaterThan(25);
    const cells = rows.map((row) =>
      row
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
    const isBare = ([threat, control, proof = '']: string[]) => !threat || !control || !proof.match(PROOF);
    expect(cells.filter(isBare)).toEqual([]);
  });

  test('a proof that is gone would be found', () => {
    expect(missingProofs('`test/none.test.ts` "x"')).toHaveLength(1);
    expect(
      missingProofs(
        '`test/conventions/security.test.ts` "no such words, said twice"'.replace('said', 'told'),
      ),
    ).toHaveLength(1);
  });
});
