/** The demo's directory: the same customers as the desk's, with one breach of each limit of scope. */
import type { Directory } from '#core/engagement/directory-schema.ts';
import { DIRECTORY_FORMAT, DIRECTORY_VERSION } from '#core/engagement/format.ts';
import { formatLocalDate, mondayOf } from '#core/index.ts';
import { casesOf } from './cases.ts';
import { isoWithOffset, localDay, weekdayBack, yearOf } from './when.ts';

const NINE_TO_FIVE = [{ from: '09:00', to: '17:00' }];
const WEEK = {
  mon: NINE_TO_FIVE,
  tue: NINE_TO_FIVE,
  wed: NINE_TO_FIVE,
  thu: NINE_TO_FIVE,
  fri: NINE_TO_FIVE,
};

export function demoDirectory(nowMs: number): Directory {
  const today = weekdayBack(nowMs, 0);
  const year = yearOf(today);
  const back = (days: number) => weekdayBack(nowMs, days);
  const lastMonday = mondayOf(localDay('Europe/Berlin', nowMs)) - 7;
  const lastWeek = (day: number) => formatLocalDate(lastMonday + day);
  return {
    format: DIRECTORY_FORMAT,
    version: DIRECTORY_VERSION,
    name: 'Kontor demo',
    rulebook: { use: 'service-management' },
    calendars: [
      {
        id: 'berlin',
        name: 'Berlin',
        zone: 'Europe/Berlin',
        week: WEEK,
        holidays: [
          { date: back(3), name: 'Stadtfest', kind: 'holiday' },
          { date: back(-6), name: 'Internal training', kind: 'training' },
        ],
      },
      {
        id: 'london',
        name: 'London',
        zone: 'Europe/London',
        week: WEEK,
        holidays: [{ date: back(-8), name: 'Local holiday', kind: 'holiday' }],
      },
      { id: 'seoul', name: 'Seoul', zone: 'Asia/Seoul', week: WEEK, holidays: [] },
    ],
    managers: [
      {
        id: 'mara',
        name: 'Mara Vogt',
        email: 'mara.vogt@kontor.example',
        phone: '+49 40 555 0101',
        backup: 'jonas',
      },
      {
        id: 'jonas',
        name: 'Jonas Keil',
        email: 'jonas.keil@kontor.example',
        phone: '+49 40 555 0102',
        backup: 'mara',
      },
    ],
    customers: [
      {
        id: 'hanbit',
        name: '한빛정밀',
        organisations: ['한빛정밀', 'Hanbit Precision'],
        domains: ['hanbit.example'],
      },
      {
        id: 'harbour',
        name: 'Harbour Analytics Ltd',
        organisations: ['Harbour Analytics Ltd'],
        domains: ['harbour.example'],
      },
      {
        id: 'nordwind',
        name: 'Nordwind Logistik GmbH',
        organisations: ['Nordwind Logistik GmbH'],
        domains: ['nordwind.example'],
      },
    ],
    engagements: [
      {
        id: 'hanbit-tsam',
        customer: 'hanbit',
        tier: 'tsam',
        manager: 'mara',
        from: `${year - 1}-01-01`,
        until: `${year + 1}-12-31`,
        calendar: 'seoul',
        language: 'ko',
        contacts: [
          { name: '김서연', email: 'seoyeon.kim@hanbit.example', from: `${year - 1}-01-01` },
          { name: '박도현', email: 'dohyun.park@hanbit.example', from: `${year - 1}-01-01` },
        ],
      },
      {
        id: 'harbour-standard',
        customer: 'harbour',
        tier: 'standard',
        manager: 'jonas',
        from: `${year - 1}-04-01`,
        until: `${year + 1}-03-31`,
        calendar: 'london',
        language: 'en',
        contacts: [
          { name: 'Amina Clarke', email: 'amina.clarke@harbour.example', from: `${year - 1}-04-01` },
          { name: 'Tom Whitby', email: 'tom.whitby@harbour.example', from: `${year - 1}-04-01` },
        ],
      },
      {
        id: 'nordwind-premium',
        customer: 'nordwind',
        tier: 'premium',
        manager: 'mara',
        from: `${year - 1}-01-01`,
        until: `${year + 1}-12-31`,
        calendar: 'berlin',
        language: 'de',
        contacts: [
          { name: 'Greta Baum', email: 'greta.baum@nordwind.example', from: `${year - 1}-01-01` },
          { name: 'Ole Petersen', email: 'ole.petersen@nordwind.example', from: `${year - 1}-01-01` },
          { name: 'Henrik Lund', email: 'henrik.lund@nordwind.example', from: `${year - 1}-06-01` },
          // The fourth: one more than the three that deal directly with the manager.
          { name: 'Svea Albers', email: 'svea.albers@nordwind.example', from: back(8) },
        ],
      },
    ],
    cases: casesOf(nowMs),
    activities: [
      {
        id: 'A-1',
        engagement: 'nordwind-premium',
        date: lastWeek(0),
        hours: 3.5,
        deliverable: 'maintenance',
        method: 'video-conference',
        language: 'de',
      },
      {
        id: 'A-2',
        engagement: 'nordwind-premium',
        date: lastWeek(2),
        hours: 4.25,
        deliverable: 'environment-consulting',
        method: 'video-conference',
        language: 'de',
      },
      // 3.5 + 4.25 + 2.5 = 10.25 hours in one week: over 10.
      {
        id: 'A-3',
        engagement: 'nordwind-premium',
        date: lastWeek(4),
        hours: 2.5,
        deliverable: 'case-management',
        method: 'phone',
        language: 'de',
      },
      {
        id: 'A-4',
        engagement: 'hanbit-tsam',
        at: isoWithOffset('Asia/Seoul', (lastMonday + 1) * 86_400_000 + 5 * 3_600_000),
        hours: 4,
        deliverable: 'risk-mitigation',
        method: 'video-conference',
        language: 'ko',
      },
      // 4 + 4.5 = 8.5 hours: past 80 % of 10.
      {
        id: 'A-5',
        engagement: 'hanbit-tsam',
        date: lastWeek(3),
        hours: 4.5,
        deliverable: 'case-management',
        method: 'e-mail',
        language: 'ko',
      },
      {
        id: 'A-6',
        engagement: 'harbour-standard',
        date: lastWeek(1),
        hours: 1,
        deliverable: 'service-reviews',
        method: 'video-conference',
        language: 'en',
      },
      {
        id: 'A-7',
        engagement: 'nordwind-premium',
        date: back(0),
        hours: 1.5,
        deliverable: 'service-reviews',
        method: 'video-conference',
        language: 'de',
      },
    ],
    timeOff: [{ manager: 'jonas', from: back(0), until: back(-1), reason: 'Time off' }],
    noAnswerNeeded: [],
  };
}
