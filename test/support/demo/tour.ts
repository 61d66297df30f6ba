/** Visits every ticket of the demo desk, and says what the overlay shows there. */
import type { Page } from 'playwright-core';
import type { Desk, DeskTicket } from '../../demo/desk.ts';
import { find, overlayTree, unfoldOverlay } from '../closed-shadow.ts';
import { tableOf } from './table.ts';

const NONE = '–';

export interface Stop {
  ticket: DeskTicket;
  state: string | null;
  cells: string[];
}

async function contractZone(page: Page): Promise<string> {
  const tree = await overlayTree(page);
  const due = tree && find(tree, ({ attributes }) => attributes['data-part'] === 'due');
  return due?.attributes['data-zone'] ?? '';
}

async function stopAt(page: Page, ticket: DeskTicket): Promise<Stop> {
  await page.goto(ticket.url);
  const reading = await unfoldOverlay(page);
  const zone = await contractZone(page);
  const cells = [
    `#${ticket.id}`,
    reading.customer ?? `(${reading.match ?? 'not read'})`,
    reading.tierName ?? NONE,
    reading.stateWord ?? NONE,
    reading.due ? `${reading.due} ${zone}` : NONE,
    reading.remainingText ?? NONE,
  ];
  return { ticket, state: reading.state, cells };
}

/** What the rendered overlay says of each ticket. */
export async function tourOf(page: Page, desk: Desk): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (const ticket of desk.tickets) stops.push(await stopAt(page, ticket));
  return stops;
}

/** The same, as the lines of a table. */
export function tableOfTour(stops: readonly Stop[]): string[] {
  const head = ['ticket', 'customer', 'tier', 'state', 'due', 'business time'];
  return tableOf(
    head,
    stops.map(({ cells }) => cells),
  );
}
