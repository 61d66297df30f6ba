/** A problem as a sentence that says what is wrong, where, and what to do. */
import type { Path, Problem } from '../problem.ts';
import type { Translate } from './index.ts';
import type { MessageValues } from './message.ts';

/**
 * The sentence of a problem; the place in the document, where it has one, is said first.
 * @example
 * sayProblem(problem('backup-cycle', ['managers', 0], { managers: 'M-1' }), translator('en')) // 'managers[1]: M-1 backs up themselves. Name somebody else.'
 */
export function sayProblem(problem: Problem, translate: Translate): string {
  const sentence = translate(`problem.${problem.code}`, problem.values as MessageValues);
  return problem.path.length === 0
    ? sentence
    : translate('problem.at', { place: placeOf(problem.path), sentence });
}

/**
 * A path as people read it, counted from 1.
 * @example
 * placeOf(['engagements', 1, 'zone']) // 'engagements[2].zone'
 */
export function placeOf(path: Path): string {
  return path.reduce<string>(
    (place, part) =>
      typeof part === 'number' ? `${place}[${part + 1}]` : place === '' ? part : `${place}.${part}`,
    '',
  );
}
