import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const field = (code: string, value: string) =>
  `<div class="ibo-field" data-attribute-code="${code}"><div class="ibo-field--label">${code}</div><div class="ibo-field--value">${value}</div></div>`;
const entry = (log: string, author: string, at: string) => `
  <div class="ibo-activity-entry" data-entry-type="caselog" data-entry-caselog-attribute-code="${log}">
  <div class="ibo-activity-entry--medallion" data-tooltip-content="${author}">X</div>
  <div class="ibo-activity-entry--main-information-content">text of 2026-01-01</div>
  <span class="ibo-activity-entry--author-name ibo-is-hidden">${author}</span>
  <span class="ibo-activity-entry--datetime" data-tooltip-content="${at}">2 days ago</span></div>`;

it('iTop: fields by their code, the public log is what the customer sees, the private one notes', () => {
  const facts = readSite(
    `<body><div class="ibo-object-details" data-object-class="UserRequest"><div class="ibo-panel--title">R-000102</div>
    ${field('ref', 'R-000102')}${field('title', 'Printer stops')}${field('caller_id', 'Ada Lund')}${field('org_id', 'Nordwind')}
    ${field('start_date', '2026-06-08 10:00:00')}${field('status', 'Assigned')}${field('agent_id', 'Bo Kern')}${field('description', 'It is stuck.')}
    ${entry('public_log', 'Ada Lund', '2026-06-08 13:00:00')}${entry('public_log', 'Bo Kern', '2026-06-08 12:00:00')}
    ${entry('private_log', 'Bo Kern', '2026-06-08 11:00:00')}</div></body>`,
    'https://itop.nord.example/pages/UI.php?operation=details&class=UserRequest&id=7',
  );
  expect(ticket(facts)).toEqual({
    reader: 'itop',
    id: 'R-000102',
    subject: 'Printer stops',
    requester: 'Ada Lund',
    status: 'open',
  });
  expect(facts?.organisation?.value).toBe('Nordwind');
  expect(summary(facts)).toEqual([
    'customer Ada Lund 2026-06-08T08:00:00.000Z',
    'customer Ada Lund 2026-06-08T11:00:00.000Z',
    'staff Bo Kern 2026-06-08T10:00:00.000Z',
    'note Bo Kern 2026-06-08T09:00:00.000Z',
  ]);
});
