import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const card = (name: string, at: string) =>
  `<div data-selenium-test="timeline-card"><div data-selenium-test="${name}"></div><time datetime="${at}">Jun 8</time><div data-selenium-test="timeline-card-body">text</div></div>`;

it('HubSpot: a ticket’s record names contact and company, mails have a direction', () => {
  const facts = readSite(
    `<body><div data-selenium-test="ticket-highlight-details"><h3 data-selenium-test="highlightTitle">Printer stops</h3></div>
    <div id="stage-select">New</div><div data-selenium-test="contact-chicklet"><a data-selenium-test="contact-chicklet-title-link">Ada Lund</a>
    <span data-selenium-test="contact-chicklet-email">ada@nord.example</span></div><a data-selenium-test="company-chicklet-title-link">Nordwind</a>
    ${card('timeline-incoming-email', '2026-06-08T08:00:00Z')}${card('timeline-note', '2026-06-08T09:00:00Z')}${card('timeline-outgoing-email', '2026-06-08T10:00:00Z')}</body>`,
    'https://app-eu1.hubspot.com/contacts/7/record/0-5/102',
  );
  expect(ticket(facts)).toEqual({
    reader: 'hubspot',
    id: '102',
    subject: 'Printer stops',
    requester: 'Ada Lund ada@nord.example',
    status: 'open',
  });
  expect(facts?.organisation?.value).toBe('Nordwind');
  expect(summary(facts)).toEqual([
    'customer ? 2026-06-08T08:00:00.000Z',
    'note ? 2026-06-08T09:00:00.000Z',
    'staff ? 2026-06-08T10:00:00.000Z',
  ]);
});
