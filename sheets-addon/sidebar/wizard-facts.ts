/** What the wizard for a new engagement offers, and what it checks against. */
import { type Row, textOf } from '#core/tracker/index.ts';
import { openRead } from '../check.ts';
import { readTracker } from '../read-rows.ts';
import { type Desk, unread } from './desk.ts';
import type { SidebarAnswer } from './protocol.ts';

const LABELLED = ['contacts', 'customers', 'engagements', 'managers'];

export function wizardFacts({ spreadsheet, workbook, words, sheetWords, nowMs }: Desk): SidebarAnswer {
  const read = readTracker(spreadsheet, workbook, words);
  if ('missing' in read) return unread(read);
  const { book } = openRead(read, workbook, sheetWords, nowMs);
  const { customers, engagements, lists, managers } = read.rows;
  const labels = workbook.tabs
    .filter(({ id }) => LABELLED.includes(id))
    .flatMap((tab) => tab.columns.map(({ id, header }) => [`${tab.id}.${id}`, header] as const));
  return {
    kind: 'wizard',
    facts: {
      tracker: spreadsheet.url,
      labels: Object.fromEntries(labels),
      customers: named(customers),
      managers: named(managers),
      engagements: listed(engagements, 'id'),
      tiers: listed(lists, 'tier').map((name, place) => ({
        name,
        contacts: book.rulebook.tiers[place]?.scope?.contacts?.limit ?? null,
      })),
      calendars: [...new Set([...listed(lists, 'calendar'), ...listed(engagements, 'calendar')])],
    },
  };
}

function listed(rows: readonly Row[] | undefined, column: string): string[] {
  return (rows ?? []).map((row) => textOf(row[column])).filter((text) => text !== '');
}

function named(rows: readonly Row[] | undefined): { id: string; name: string }[] {
  return (rows ?? [])
    .map((row) => ({ id: textOf(row.id), name: textOf(row.name) }))
    .filter(({ id }) => id !== '');
}
