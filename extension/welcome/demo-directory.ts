/** A small directory of invented customers, to try everything with; it says of itself what it is. */
import type { Directory } from '#core/engagement/directory-schema.ts';

const NINE_TO_FIVE = [{ from: '09:00', to: '17:00' }];
const WEEK = {
  mon: NINE_TO_FIVE,
  tue: NINE_TO_FIVE,
  wed: NINE_TO_FIVE,
  thu: NINE_TO_FIVE,
  fri: NINE_TO_FIVE,
};

/** The customer who writes on the sample ticket. */
export const DEMO_CUSTOMER = {
  name: 'Ada Winter',
  email: 'ada@larch.example',
  organisation: 'Larch Freight',
};
export const DEMO_STAFF = 'Mara Vogt';

/** `demo` marks it, so that it can be told from a real one and taken away. */
export const DEMO_DIRECTORY: Directory & { demo: true } = {
  format: 'dueline-directory',
  version: 1,
  demo: true,
  name: 'Dueline demo (invented data)',
  rulebook: { use: 'service-management' },
  calendars: [
    {
      id: 'berlin',
      name: 'Berlin',
      zone: 'Europe/Berlin',
      week: WEEK,
      holidays: [
        { date: '2026-12-25', name: 'Christmas Day', kind: 'holiday' },
        { date: '2027-01-01', name: 'New Year', kind: 'holiday' },
      ],
      overrides: [{ date: '2026-12-24', name: 'Christmas Eve', spans: [{ from: '09:00', to: '12:00' }] }],
    },
    { id: 'seoul', name: 'Seoul', zone: 'Asia/Seoul', week: WEEK },
  ],
  managers: [
    { id: 'mara', name: DEMO_STAFF, email: 'mara@vendor.example', backup: 'jonas' },
    { id: 'jonas', name: 'Jonas Keil', email: 'jonas@vendor.example', backup: 'mara' },
  ],
  customers: [
    { id: 'larch', name: DEMO_CUSTOMER.organisation, domains: ['larch.example'] },
    { id: 'hanbit', name: 'Hanbit Precision', domains: ['hanbit.example'] },
    { id: 'harbour', name: 'Harbour Analytics', domains: ['harbour.example'] },
  ],
  engagements: [
    {
      id: 'larch-premium',
      customer: 'larch',
      tier: 'premium',
      manager: 'mara',
      calendar: 'berlin',
      contacts: [
        { name: DEMO_CUSTOMER.name, email: DEMO_CUSTOMER.email },
        { name: 'Ole Brandt', email: 'ole@larch.example' },
      ],
    },
    { id: 'harbour-standard', customer: 'harbour', tier: 'standard', manager: 'jonas', calendar: 'berlin' },
    { id: 'hanbit-tsam', customer: 'hanbit', tier: 'tsam', manager: 'mara', calendar: 'seoul' },
  ],
};
