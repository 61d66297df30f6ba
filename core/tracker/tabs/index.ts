/** The tabs, in the order in which they stand. */
import type { Description } from '../description.ts';
import type { Tab } from '../workbook.ts';
import { activitiesTab } from './activities.ts';
import { calendarTab } from './calendar.ts';
import { casesTab } from './cases.ts';
import { contactsTab } from './contacts.ts';
import { customersTab } from './customers.ts';
import { decisionsTab } from './decisions.ts';
import { deliverablesTab } from './deliverables.ts';
import { duesTab } from './dues.ts';
import { engagementsTab } from './engagements.ts';
import { inquiriesTab } from './inquiries.ts';
import { keysTab } from './keys.ts';
import { listsTab } from './lists.ts';
import { managersTab } from './managers.ts';
import { mendsTab } from './mends.ts';
import { overviewTab } from './overview.ts';
import { peopleTab } from './people.ts';
import { rulesTab } from './rules.ts';
import { violationsTab } from './violations.ts';
import { weeksTab } from './weeks.ts';

export const TABS: readonly ((description: Description) => Tab)[] = [
  overviewTab,
  violationsTab,
  deliverablesTab,
  contactsTab,
  casesTab,
  inquiriesTab,
  activitiesTab,
  decisionsTab,
  engagementsTab,
  managersTab,
  customersTab,
  calendarTab,
  rulesTab,
  listsTab,
  duesTab,
  keysTab,
  mendsTab,
  peopleTab,
  weeksTab,
];
