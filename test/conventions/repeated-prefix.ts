/**
 * Whether an expression takes longer by the square of its text because what it begins with can be repeated within what
 * follows: `<b[^>]*>` looks for its end from each of the `<b<b<b` of a text that has none.
 */
import { analyse } from 'scslre';

type Pattern = ReturnType<typeof analyse>['parsed']['pattern'];
type Element = Pattern['alternatives'][number]['elements'][number];
type IsIn = (character: string) => boolean;

/** Characters of every sort that expressions tell apart. */
const SAMPLES = [
  ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)),
  ...['\n', '\t', 'é', '中', '：', '오'],
];

export function repeatsItsBeginning(source: string, flags: string): boolean {
  const unanchored = flags.replace(/[gy]/g, '');
  const { alternatives } = analyse({ source, flags }).parsed.pattern;
  return alternatives.some(({ elements }) => found(elements, { before: [], after: '', flags: unanchored }));
}

interface Around {
  before: readonly Element[];
  after: string;
  flags: string;
}

/** Looks at each run of any length, with what must stand before it and what must follow. */
function found(elements: readonly Element[], { before, after, flags }: Around): boolean {
  return elements.some((element, place) => {
    const around = {
      before: [...before, ...elements.slice(0, place)],
      after:
        elements
          .slice(place + 1)
          .map(({ raw }) => raw)
          .join('') + after,
      flags,
    };
    const inner = element.type === 'Quantifier' ? element.element : element;
    if (inner.type === 'Group' || inner.type === 'CapturingGroup')
      return inner.alternatives.some((one) => found(one.elements, around));
    return (
      element.type === 'Quantifier' && element.max === Number.POSITIVE_INFINITY && isSlowAt(inner, around)
    );
  });
}

function isSlowAt(run: Element, { before, after, flags }: Around): boolean {
  const isBegun = before.some(({ type }) => type !== 'Assertion');
  const canFail = !new RegExp(`^(?:${after})`, flags).test('');
  return isBegun && canFail && before.every((element) => fitsInto(element, alone(run, flags), flags));
}

const alone = ({ raw }: Element, flags: string): IsIn => {
  const expression = new RegExp(`^(?:${raw})$`, flags.replace('m', ''));
  return (character) => expression.test(character);
};

/** Whether a text that an element takes can stand within the run. */
function fitsInto(element: Element, isRun: IsIn, flags: string): boolean {
  switch (element.type) {
    case 'Assertion':
      return allows(element, isRun, flags);
    case 'Character':
      return isRun(String.fromCodePoint(element.value));
    case 'CharacterClass':
    case 'CharacterSet':
      return SAMPLES.filter(alone(element, flags)).some(isRun);
    case 'CapturingGroup':
    case 'Group':
      return element.alternatives.some(({ elements }) =>
        elements.every((one) => fitsInto(one, isRun, flags)),
      );
    case 'Quantifier':
      return element.min === 0 || fitsInto(element.element, isRun, flags);
    default:
      return true;
  }
}

/** Whether what an assertion wants can be so in the middle of the run. */
function allows(assertion: Element & { type: 'Assertion' }, isRun: IsIn, flags: string): boolean {
  if (assertion.kind === 'start') return false;
  if (assertion.kind === 'word') return SAMPLES.some((one) => isRun(one) && !/\w/.test(one));
  if (assertion.kind !== 'lookbehind' || !assertion.negate) return true;
  const refused = new RegExp(`(?:${assertion.alternatives.map(({ raw }) => raw).join('|')})$`, flags);
  return SAMPLES.some((one) => isRun(one) && !refused.test(one));
}
