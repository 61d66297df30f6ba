import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readData, readSite, ticket } from './site-page.ts';

const ID = '3f2504e0-4f89-11d3-9a0c-0305e82c3301';
const URL = `https://nord.crm4.dynamics.com/main.aspx?appid=1&pagetype=entityrecord&etn=incident&id=${ID}`;
const FORM = `<body><h1 data-id="header_title">Printer stops</h1><input data-id="title.fieldControl-text-box-text" value="Printer stops">
  <input data-id="ticketnumber.fieldControl-text-box-text" value="CAS-00102">
  <div data-id="customerid.fieldControl-LookupResultsDropdown_customerid_selected_tag_text">Nordwind</div>
  <input data-id="emailaddress.fieldControl-mail-text-input" value="ada@nord.example"></body>`;

it('Dynamics 365: the form gives number, subject, customer', () => {
  const facts = readSite(FORM, URL);
  expect(ticket(facts)).toMatchObject({ reader: 'dynamics', id: 'CAS-00102', subject: 'Printer stops' });
  expect([facts?.organisation?.value, facts?.requester?.value.email]).toEqual([
    'Nordwind',
    'ada@nord.example',
  ]);
});

it('Dynamics 365: its data give the mails with their direction', async () => {
  const { facts } = await readData(FORM, URL, {
    [`/api/data/v9.2/incidents(${ID})`]: {
      title: 'Printer stops',
      ticketnumber: 'CAS-00102',
      createdon: '2026-06-08T08:00:00Z',
      statecode: 0,
    },
    '/api/data/v9.2/emails': {
      value: [
        { createdon: '2026-06-08T08:00:00Z', directioncode: false, sender: 'ada@nord.example' },
        { createdon: '2026-06-08T10:00:00Z', directioncode: true, sender: 'bo@desk.example' },
      ],
    },
  });
  expect(facts?.status?.value.kind).toBe('open');
  expect(summary(facts)).toEqual([
    'customer ada@nord.example 2026-06-08T08:00:00.000Z',
    'staff bo@desk.example 2026-06-08T10:00:00.000Z',
  ]);
});
