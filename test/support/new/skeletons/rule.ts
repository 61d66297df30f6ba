import type { Names } from '../names.ts';

export function ruleSkeleton({ kebab, camel }: Names): string {
  return `/** Rule \`${kebab}\`: what is counted, over what, and on which clause it rests. */
import type { DirectoryBook } from '../engagement/book.ts';
import type { Engagement } from '../engagement/schema.ts';
import type { Finding, Moment, ScopeRule } from './finding.ts';

export const ${camel}: ScopeRule = {
  id: '${kebab}',
  check(book, moment) {
    return book.directory.engagements.flatMap((engagement) => findingsOf(book, engagement, moment));
  },
};

function findingsOf(_book: DirectoryBook, _engagement: Engagement, _moment: Moment): Finding[] {
  return [];
}
`;
}

export function ruleTest({ kebab, camel }: Names): string {
  return `import { expect, test } from 'vitest';
import { openDirectory } from '#core/engagement/book.ts';
import { SCOPE_RULES } from '#core/scope/index.ts';
import { ${camel} } from '#core/scope/${kebab}.ts';

const NOW_MS = Date.UTC(2026, 5, 8, 12);

test('${kebab} is one of the rules', () => {
  expect(SCOPE_RULES).toContain(${camel});
});

test('${kebab} finds nothing where there is no engagement', () => {
  const book = openDirectory({
    format: 'dueline-directory',
    version: 1,
    rulebook: { use: 'service-management' },
    calendars: [],
    managers: [],
    customers: [],
    engagements: [],
  });
  if (Array.isArray(book)) throw new Error(JSON.stringify(book));
  expect(${camel}.check(book, { nowMs: NOW_MS })).toEqual([]);
});
`;
}
