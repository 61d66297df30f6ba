/** Text inside the workbook's XML. */

const SPECIAL: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML cannot hold, and what a reader would change: written as `_xHHHH_`, which spreadsheets read back. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
const CONTROL = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;
const LOOKS_ENCODED = /_(?=x[0-9A-Fa-f]{4}_)/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => SPECIAL[character]!);
}

/** Excel takes no more of a text, and mends a file in which more stands. */
const MOST_CHARACTERS = 32_767;

/** A cell's text, so that exactly this text is read back. A half of a surrogate pair is no text at all. */
export function escapeCellText(text: string): string {
  return escapeXml(
    cut(text)
      .replace(LOOKS_ENCODED, '_x005F_')
      .replace(LONE_SURROGATE, '\ufffd')
      .replace(CONTROL, (character) => `_x${hex(character)}_`),
  );
}

function cut(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  return `${text.slice(0, MOST_CHARACTERS - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** An attribute's value. Line breaks would be read back as spaces. */
export function escapeAttribute(text: string): string {
  return escapeXml(text).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONS_NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
