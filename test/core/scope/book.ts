/** Small directories for the scope tests: Berlin, Monday to Friday 09:00–17:00, unless a test says otherwise. */
import {
  type Activity,
  type Case,
  type Contact,
  checkDirectory,
  checkScope,
  type Directory,
  type DirectoryBook,
  type Engagement,
  type Finding,
  openDirectory,
} from '#core';

export const NINE_TO_FIVE = [{ from: '09:00', to: '17:00' }];
export const WEEK = {
  mon: NINE_TO_FIVE,
  tue: NINE_TO_FIVE,
  wed: NINE_TO_FIVE,
  thu: NINE_TO_FIVE,
  fri: NINE_TO_FIVE,
};

export type Parts = Partial<Omit<Directory, 'engagements' | 'cases' | 'activities'>> & {
  engagements?: Partial<Engagement>[];
  cases?: Partial<Case>[];
  activities?: Partial<Activity>[];
};

/** One Premium engagement E-1 of customer A, served by M-1, term 2026, unless the parts say otherwise. */
export function directoryOf({ engagements = [{}], cases, activities, ...parts }: Parts = {}): Directory {
  return {
    format: 'dueline-directory',
    version: 1,
    rulebook: { use: 'service-management' },
    calendars: [{ id: 'berlin', zone: 'Europe/Berlin', week: WEEK }],
    managers: [
      { id: 'M-1', name: 'Manager One' },
      { id: 'M-2', name: 'Manager Two' },
    ],
    customers: [
      { id: 'A', name: 'Customer A' },
      { id: 'B', name: 'Customer B' },
    ],
    engagements: engagements.map((own, index) => ({
      id: `E-${index + 1}`,
      customer: 'A',
      tier: 'premium',
      manager: 'M-1',
      calendar: 'berlin',
      from: '2026-01-01',
      until: '2026-12-31',
      ...own,
    })),
    ...(cases && {
      cases: cases.map((own, index) => ({
        id: `C-${index + 1}`,
        engagement: 'E-1',
        status: 'open' as const,
        ...own,
      })),
    }),
    ...(activities && {
      activities: activities.map((own, index) => ({
        id: `A-${index + 1}`,
        engagement: 'E-1',
        hours: 1,
        ...(own.at === undefined && { date: '2026-06-10' }),
        ...own,
      })),
    }),
    ...parts,
  };
}

/** Opens a directory on the way that a file takes: shape first, then what goes across its entries. */
export function openBook(parts: Parts | Directory = {}): DirectoryBook {
  const whole = 'format' in parts ? (parts as Directory) : directoryOf(parts as Parts);
  const { directory, problems } = checkDirectory(structuredClone(whole));
  if (!directory) throw new Error(JSON.stringify(problems));
  const book = openDirectory(directory);
  if (Array.isArray(book)) throw new Error(JSON.stringify(book));
  return book;
}

/** Friday of the week 2026-W24, noon in Berlin. */
export const NOW = '2026-06-12T12:00+02:00';

/** What one rule finds. */
export function findingsOf(rule: string, parts: Parts | Directory, now = NOW): Finding[] {
  return checkScope(openBook(parts), { nowMs: Date.parse(now) }).filter((finding) => finding.rule === rule);
}

/** The findings in short: message, subject and count of rows. */
export function inShort(findings: readonly Finding[]): string[] {
  return findings.map(({ message, subject, rows }) => `${subject.id} ${message} ${rows.length}`);
}

export function people(count: number, own: Partial<Contact> = {}): Contact[] {
  return Array.from({ length: count }, (_, index) => ({ email: `c${index + 1}@a.example`, ...own }));
}

export function casesInHand(count: number, own: Partial<Case> = {}): Partial<Case>[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${own.engagement ?? 'E-1'}/${index + 1}`,
    ...own,
  }));
}
