import type { Names } from '../names.ts';

export function readerSkeleton({ kebab, camel, title }: Names): string {
  return `/** ${title}: by what its pages are known, and what is read differently from any other page. */
import type { SiteReader } from './site-reader.ts';

export const ${camel}: SiteReader = {
  id: '${kebab}',
  matches: (document) => document.querySelector('meta[name="application-name"][content="${title}"]') !== null,
  read: () => null,
};
`;
}

export function readerTest({ kebab, camel, title }: Names): string {
  return `import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { ${camel} } from '../../../../extension/readers/sites/${kebab}.ts';
import { SITES } from '../../../../extension/readers/sites/index.ts';

const TICKET = new URL('https://desk.example/tickets/1');

function page(head: string): Document {
  return parseHTML(\`<!doctype html><html><head>\${head}</head><body></body></html>\`).document as unknown as Document;
}

test('${title} is one of the sites', () => {
  expect(SITES).toContain(${camel});
});

test('${title} is known by its pages, and no other page is taken for it', () => {
  expect(${camel}.matches(page('<meta name="application-name" content="${title}">'), TICKET)).toBe(true);
  expect(${camel}.matches(page(''), TICKET)).toBe(false);
});
`;
}
