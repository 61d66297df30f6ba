/** Reads the rows of a page's list of tickets, a slice at a time: the page's own work goes on in between. */

import type { TimeFact } from '#core/response/ticket-facts.ts';
import type { RowFacts } from '../platform/rows.ts';
import { contextFor } from '../readers/page-context.ts';
import type { ReadOptions } from '../readers/reader.ts';
import type { Parsed } from '../readers/times/parse.ts';
import { resolve, type TimeContext } from '../readers/times/resolve.ts';
import { type Column, columnsOf } from './columns.ts';
import { type RawRow, readRow } from './raw-row.ts';
import { rowsOf, type TicketRow } from './rows-of.ts';
import { type Pause, ticketLinks } from './ticket-links.ts';

export interface ListRow {
  element: Element;
  facts: RowFacts;
}

const MOST_ROWS = 2000;

/** The rows of the list that a page shows; none where what it shows is no list of tickets. */
export async function readList(
  document: Document,
  page: URL,
  options: ReadOptions,
  pause: Pause,
): Promise<ListRow[]> {
  await pause();
  const links = await ticketLinks(document, page, pause);
  const rows = (await rowsOf(links, pause)).slice(0, MOST_ROWS);
  const columns = new Map<Element | null, Column[]>();
  const raws: RawRow[] = [];
  for (const row of rows) {
    await pause();
    raws.push(rawOf(row, columns));
  }
  if (!isList(raws)) return [];
  const times = raws.flatMap(({ created, times }) => (created ? [created, ...times] : times));
  const context = contextFor(document, times, options, rows[0]!.element.parentElement);
  const list: ListRow[] = [];
  for (const [index, { element }] of rows.entries()) {
    await pause();
    list.push({ element, facts: settled(raws[index]!, context) });
  }
  return list;
}

/** A row that shows what it showed is not read again. */
const read = new WeakMap<Element, { shown: string; raw: RawRow }>();

function rawOf(row: TicketRow, columns: Map<Element | null, Column[]>): RawRow {
  const { element, links } = row;
  const time = element.querySelector('[datetime]')?.getAttribute('datetime');
  const shown = `${links[0]!.ticket} ${time} ${element.textContent}`;
  const before = read.get(element);
  if (before?.shown === shown) return before.raw;
  const raw = readRow(row, columnsFor(row, columns));
  read.set(element, { shown, raw });
  return raw;
}

/** Rows of one table have the same columns; rows of one parent stand in one table. */
function columnsFor({ element }: TicketRow, known: Map<Element | null, Column[]>): Column[] {
  const parent = element.parentElement;
  const before = known.get(parent);
  if (before) return before;
  const table = element.closest('table,[role=grid],[role=treegrid],[role=table]');
  const found = known.get(table) ?? columnsOf(element);
  known.set(table, found);
  known.set(parent, found);
  return found;
}

/** A list of links is a list of tickets where most of its entries tell more of a ticket than its name. */
function isList(raws: readonly RawRow[]): boolean {
  const telling = raws.filter(
    ({ status, requester, organisation, created, times }) =>
      [status, requester, organisation, created ?? times[0] ?? null].filter((fact) => fact !== null).length >=
      2,
  );
  return raws.length > 1 && telling.length * 2 > raws.length;
}

function settled(raw: RawRow, context: TimeContext): RowFacts {
  const { url, id, subject, requester, organisation, status, times, created } = raw;
  const known = (time: Parsed | null) => time && resolve(time, context);
  const opened = known(created);
  const past = times
    .map(known)
    .filter((time): time is TimeFact => time !== null && time.fromMs <= context.nowMs);
  const newest = past.sort((one, other) => other.untilMs - one.untilMs)[0] ?? null;
  // "Updated" at the time of its creation: nothing has happened since.
  const changed = newest && opened && newest.untilMs <= opened.untilMs ? null : newest;
  return { url, id, subject, requester, organisation, status, created: opened, changed };
}
