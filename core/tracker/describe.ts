/** The workbook, described once and rendered by the add-on, by the Node tool and as an .xlsx file. */
import type { Language } from '../language/index.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import { deliverablesEach } from './tabs/deliverables.ts';
import { TABS } from './tabs/index.ts';
import { wordsOf } from './words.ts';
import type { Workbook } from './workbook.ts';

export interface TrackerOptions {
  language: Language;
  rulebook: Rulebook;
  /** Ids of the calendars that an engagement may choose from. */
  calendars?: readonly string[];
  /** Prepared rows by tab, where they differ from the usual. */
  capacity?: Readonly<Partial<Record<string, number>>>;
}

/** Rows that are prepared where nobody asks for more; of deliverables as many as the engagements can have. */
export const USUAL_CAPACITY: Readonly<Record<string, number>> = {
  engagements: 200,
  managers: 60,
  customers: 200,
  contacts: 1000,
  cases: 2000,
  inquiries: 2000,
  activities: 2000,
  decisions: 500,
  calendar: 300,
  violations: 300,
};

/** Prepared rows by tab: those that are asked for, and of the others the usual number. */
export function capacityWith(rulebook: Rulebook, wanted: TrackerOptions['capacity']): Record<string, number> {
  const capacity = { ...USUAL_CAPACITY, ...wanted } as Record<string, number>;
  return { deliverables: capacity.engagements! * deliverablesEach(rulebook), ...capacity };
}

/**
 * Describes the tracker in one language.
 * @example
 * describeTracker({ language: 'en', rulebook: serviceManagement }).tabs[0].title // 'Overview'
 */
export function describeTracker({
  language,
  rulebook,
  calendars = [],
  capacity = {},
}: TrackerOptions): Workbook {
  const description = {
    rulebook,
    words: wordsOf(language),
    capacity: capacityWith(rulebook, capacity),
    calendars,
  };
  return { language, tabs: TABS.map((tab) => tab(description)) };
}
