/** The built-in rulebook: the service descriptions of TSAM and SaaS service management, as data. */
import { CLAUSES } from './clauses.ts';
import { DELIVERABLES } from './deliverables.ts';
import type { Rulebook } from './schema.ts';
import { TIERS } from './tiers/index.ts';

const nineToFive = [{ from: '09:00', to: '17:00' }];

export const serviceManagement: Rulebook = {
  id: 'service-management',
  version: 1,
  clauses: CLAUSES,
  deliverables: DELIVERABLES.map((id) => ({ id })),
  tiers: TIERS,
  availability: {
    week: { mon: nineToFive, tue: nineToFive, wed: nineToFive, thu: nineToFive, fri: nineToFive },
    language: 'en',
    clauses: {
      hours: 'availability.hours',
      exceptions: 'availability.exceptions',
      weekends: 'availability.weekends',
      language: 'availability.language',
    },
  },
  readings: {
    businessDay: 'same-time',
    warnFromShare: 0.8,
    dueSoonMinutes: 120,
    sustainedOverrun: { weeks: 4, over: 3 },
    forecastFromShare: 0.2,
    missedPeriods: 4,
    termEndingDays: 30,
    answeredBy: 'any-staff',
  },
};
