/** A directory whose due times can be worked out in the head: a calendar that never closes, in UTC. */
import type { Directory } from '#core/engagement/directory-schema.ts';

const ALWAYS = [{ from: '00:00', to: '24:00' }];
const WEEK = { mon: ALWAYS, tue: ALWAYS, wed: ALWAYS, thu: ALWAYS, fri: ALWAYS, sat: ALWAYS, sun: ALWAYS };

/** Acme is Premium (an answer within 1 day), Binford Standard (within 2); `acmeTier` changes the first. */
export function plainDirectory(acmeTier = 'premium'): Directory {
  return {
    format: 'dueline-directory',
    version: 1,
    name: 'Plain',
    rulebook: { use: 'service-management' },
    calendars: [{ id: 'always', zone: 'UTC', week: WEEK }],
    managers: [
      { id: 'M-1', name: 'Mira Roth', email: 'mira@vendor.example', backup: 'M-2' },
      { id: 'M-2', name: 'Noah Lind', email: 'noah@vendor.example' },
    ],
    customers: [
      { id: 'acme', name: 'Acme <b>GmbH</b>', domains: ['acme.example'] },
      { id: 'binford', name: 'Binford', organisations: ['Binford Tools'] },
    ],
    engagements: [
      { id: 'E-1', customer: 'acme', tier: acmeTier, manager: 'M-1', calendar: 'always' },
      { id: 'E-2', customer: 'binford', tier: 'standard', manager: 'M-1', calendar: 'always' },
    ],
  };
}
