import type { Names } from '../names.ts';

export function readerSkeleton({ kebab, camel, title }: Names): string {
  return `/** ${title}. Verified: nothing yet. Reported: nothing yet. */
import type { SiteReader } from './site-reader.ts';

export const ${camel}: SiteReader = {
  id: '${kebab}',
  name: '${title}',
  marks: 'meta[name="application-name"][content="${title}"]',
  anchors: {
    subject: ['h1'],
    requester: { name: ['.requester'] },
    threads: [
      {
        item: '.message',
        body: '.message-body',
        roles: [
          ['.note', 'note'],
          ['.customer', 'customer'],
          ['.agent', 'staff'],
        ],
        author: { name: ['.author'] },
        at: ['time'],
      },
    ],
  },
};
`;
}

export function readerTest({ kebab, title }: Names): string {
  return `import { expect, test } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const ADDRESS = 'https://desk.example/${kebab}/102';
const HEAD = '<head><meta name="application-name" content="${title}"></head>';
const said = (kind: string, who: string, at: string) =>
  \`<div class="message \${kind}"><b class="author">\${who}</b> <time datetime="\${at}">then</time><div class="message-body">text</div></div>\`;

test('${title}: who asked for what, and who said what when', () => {
  const facts = readSite(
    \`\${HEAD}<body><h1>Printer stops</h1><span class="requester">Ada Lund</span>
    \${said('customer', 'Ada Lund', '2026-06-08T08:00:00Z')}\${said('agent note', 'Bo Kern', '2026-06-08T09:00:00Z')}
    \${said('agent', 'Bo Kern', '2026-06-08T10:00:00Z')}</body>\`,
    ADDRESS,
  );
  expect(ticket(facts)).toMatchObject({ reader: '${kebab}', id: '102', subject: 'Printer stops', requester: 'Ada Lund' });
  expect(summary(facts)).toEqual([
    'customer Ada Lund 2026-06-08T08:00:00.000Z',
    'note Bo Kern 2026-06-08T09:00:00.000Z',
    'staff Bo Kern 2026-06-08T10:00:00.000Z',
  ]);
});

test('${title} is known by its pages, and no other page is taken for it', () => {
  expect(readSite('<body><h1>Printer stops</h1></body>', ADDRESS)?.reader).not.toBe('${kebab}');
});
`;
}
