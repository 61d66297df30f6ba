import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const field = (name: string, value: string) =>
  `<records-record-layout-item field-name="${name}"><lightning-formatted-text>${value}</lightning-formatted-text></records-record-layout-item>`;
const item = (kind: string, who: string, at: string) =>
  `<article class="cuf-feedElement cuf-feedItem ${kind}"><a class="cuf-actorName">${who}</a> <time datetime="${at}">Jun 8</time><div class="cuf-feedBodyText">text</div></article>`;

it('Salesforce: the window in view is read, the ones behind it are not', () => {
  const facts = readSite(
    `<body><div class="windowViewMode-normal" style="display:none">${field('Subject', 'Old')}${item('cuf-emailInbound', 'Eve', '2026-06-01T08:00:00Z')}</div>
    <div class="windowViewMode-normal">${field('Subject', 'Printer stops')}${field('CaseNumber', '00001026')}${field('Status', 'New')}
    ${item('cuf-emailInbound', 'Ada Lund', '2026-06-08T08:00:00Z')}${item('cuf-internal', 'Bo Kern', '2026-06-08T09:00:00Z')}${item('cuf-emailOutbound', 'Bo Kern', '2026-06-08T10:00:00Z')}</div></body>`,
    'https://nord.lightning.force.com/lightning/r/Case/500Aa00000BcDeFIAV/view',
  );
  expect(ticket(facts)).toEqual({
    reader: 'salesforce',
    id: '00001026',
    subject: 'Printer stops',
    requester: 'Ada Lund',
    status: 'open',
  });
  expect(summary(facts)).toEqual([
    'customer Ada Lund 2026-06-08T08:00:00.000Z',
    'note Bo Kern 2026-06-08T09:00:00.000Z',
    'staff Bo Kern 2026-06-08T10:00:00.000Z',
  ]);
});
