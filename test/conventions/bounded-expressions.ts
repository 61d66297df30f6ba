/** All of a file's: they are given the same text. */
export const EACH = '*';

/**
 * Expressions that take longer than their text is long, by file, and what bounds the text. Where another is to join them,
 * a bound in the code beside it comes first.
 */
export const BOUNDED: Readonly<Record<string, readonly (readonly [expression: string, because: string])[]>> =
  {
    'extension/build/slim-ics.ts': [[EACH, 'the source of one pinned package']],
    'extension/mapping/labels.ts': [[String.raw`/[\s:：*]+$/`, 'at most TOO_LONG']],
    'extension/readers/generic/people.ts': [
      [
        String.raw`/[^\s<>()[\],;:"'“”@]+@[^\s<>()[\],;:"'“”@]+\.[\p{L}\d-]{2,}/u`,
        '120 of a name, LONGEST_ADDRESS of an address',
      ],
      [String.raw`/^[\s,;:·|–-]+|[\s,;:·|@–-]+$/g`, '120'],
      [String.raw`/^([^()]+?)\s*\(([^()]+)\)$/`, '120'],
    ],
    'extension/readers/generic/ticket-id.ts': [
      [String.raw`/^[\s:–—·|-]+|[\s:–—·|-]+$/g`, 'LONGEST of a subject'],
    ],
    'extension/readers/sites/signs.ts': [[EACH, 'LONGEST of an address']],
    'extension/readers/times/parse.ts': [
      [
        String.raw`/(오[전후]|[上下]午|凌晨|晚上|[ap]m(?=\s?\d))?\s*(?<![\d.:/-])(\d{1,2})(?::|시\s?|点|时)(\d{2})(?:(?::|분\s?|分)(\d{2})(?:[.,]\d{1,6})?)?[분초分秒]?(?!:?\d)\s*([ap]\.?\s?m\b\.?)?/iu`,
        'at most 200, with one space between words',
      ],
    ],
    'extension/readers/words/index.ts': [[String.raw`/^[\s([*#–-]+|[\s:*)\].–-]+$/g`, 'LONGEST_WORDS']],
  };
