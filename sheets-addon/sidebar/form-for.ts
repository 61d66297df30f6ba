/** The sidebar's forms for one row: what is asked for, and what each field offers. */
import { type Column, dateOfSerial, serialOfInstant, type Tab, tabOf, textOf } from '#core/tracker/index.ts';
import { type ReadTracker, readTracker } from '../read-rows.ts';
import { type Desk, unread } from './desk.ts';
import { engagementOffers } from './engagement-offers.ts';
import type { FormField, FormTab, SidebarAnswer } from './protocol.ts';

/** What is asked for, in this order; whatever else a row has can be typed into the sheet. */
const FIELDS: Record<FormTab, readonly string[]> = {
  activities: [
    'engagement',
    'date',
    'hours',
    'deliverable',
    'method',
    'language',
    'weeklyCall',
    'priorNotice',
    'case',
    'note',
  ],
  cases: ['engagement', 'id', 'subject', 'status', 'severity', 'opened', 'link'],
};
/** Dates that are today unless somebody says otherwise. */
const TODAY: readonly string[] = ['date', 'opened'];

export function formFor(id: FormTab, desk: Desk): SidebarAnswer {
  const read = readTracker(desk.spreadsheet, desk.workbook, desk.words);
  if ('missing' in read) return unread(read);
  const tab = tabOf(desk.workbook, id);
  const today = dateOfSerial(Math.floor(serialOfInstant(desk.nowMs, read.offsetMs)));
  const fields = FIELDS[id].map((field): FormField => {
    const column = columnOf(tab, field);
    return {
      id: field,
      label: column.header,
      kind: kindOf(column),
      options: optionsOf(column, read),
      value: TODAY.includes(field) ? today : '',
    };
  });
  return {
    kind: 'form',
    tab: id,
    tracker: desk.spreadsheet.url,
    fields,
    engagements: engagementOffers(read.rows),
    written: desk.workbook.language,
  };
}

function kindOf({ dropdown, format }: Column): FormField['kind'] {
  if (dropdown) return dropdown.from === 'lists.yes' ? 'flag' : 'choice';
  if (format === 'date') return 'date';
  return format === 'hours' || format === 'integer' ? 'number' : 'text';
}

function optionsOf({ dropdown }: Column, { rows }: ReadTracker): string[] {
  if (!dropdown) return [];
  const [tab, column] = dropdown.from.split('.') as [string, string];
  return (rows[tab] ?? []).map((row) => textOf(row[column])).filter((text) => text !== '');
}

function columnOf(tab: Tab, id: string): Column {
  return tab.columns.find((candidate) => candidate.id === id)!;
}
