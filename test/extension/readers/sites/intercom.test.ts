import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const part = (kind: number, at: string) =>
  `<div data-part-group-category="${kind}"><div class="interblocks-html">text</div><time datetime="${at}">2d</time></div>`;
const card = (id: number, style: string, parts: string) =>
  `<div data-conversation-id="${id}" style="${style}"><div class="conversation__card__title__text">Printer ${id}</div>${parts}</div>`;

it('Intercom: the conversation in view, its parts by the number of their kind', () => {
  const facts = readSite(
    `<body>${card(101, 'display: none', part(1, '2026-06-01T08:00:00Z'))}${card(102, '', part(1, '2026-06-08T08:00:00Z') + part(5, '2026-06-08T08:01:00Z') + part(4, '2026-06-08T09:00:00Z') + part(3, '2026-06-08T10:00:00Z'))}</body>`,
    'https://app.intercom.com/a/inbox/x1/inbox/shared/all/conversation/102',
  );
  expect(ticket(facts)).toMatchObject({ reader: 'intercom', id: '102', subject: 'Printer 102' });
  expect(summary(facts)).toEqual([
    'customer ? 2026-06-08T08:00:00.000Z',
    'automatic ? 2026-06-08T08:01:00.000Z',
    'note ? 2026-06-08T09:00:00.000Z',
    'staff ? 2026-06-08T10:00:00.000Z',
  ]);
});
