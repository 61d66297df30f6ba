/**
 * Text that a spreadsheet would take for a formula when it opens a CSV file: an apostrophe before it keeps it
 * text, as people know it from Excel and Sheets. Reading takes exactly that apostrophe off again.
 */
const SIGNS = '=+\\-@\uff1d\uff0b\uff0d\uff20';
/** Where a program that parts the file at semicolons or tabs sees a field begin within one of ours. */
const BEGINS = '[;\\t\\r\\n]"*';

/** What is guarded, at the start of a text and within it, in expressions that a database knows too. */
export const GUARDED = {
  first: `^'('*[${SIGNS}\\t\\r\\n])`,
  inside: `(${BEGINS})'('*[${SIGNS}])`,
} as const;

const DANGEROUS_FIRST = new RegExp(`^'*[${SIGNS}\\t\\r\\n]`);
const DANGEROUS_INSIDE = new RegExp(`(${BEGINS})('*[${SIGNS}])`, 'g');
const GUARDED_FIRST = new RegExp(GUARDED.first);
const GUARDED_INSIDE = new RegExp(GUARDED.inside, 'g');

export function guarded(text: string): string {
  const inside = text.replace(DANGEROUS_INSIDE, "$1'$2");
  return DANGEROUS_FIRST.test(text) ? `'${inside}` : inside;
}

export function unguarded(text: string): string {
  return text.replace(GUARDED_FIRST, '$1').replace(GUARDED_INSIDE, '$1$2');
}
