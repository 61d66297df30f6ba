/**
 * Text that a spreadsheet would take for a formula when it opens a CSV file: an apostrophe before it keeps it
 * text, as people know it from Excel and Sheets. Reading takes exactly that apostrophe off again.
 */
const DANGEROUS = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const GUARDED = /^''*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

export function guarded(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

export function unguarded(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
