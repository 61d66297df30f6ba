/** Pictures of everything that people see, into dist/screenshots. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Desk, DeskTicket } from '../../demo/desk.ts';
import { unfoldOverlay } from '../closed-shadow.ts';
import type { Stop } from './tour.ts';

const DESKTOP = { width: 1280, height: 860 };
const POPUP = { width: 400, height: 600 };

/** States that show most of the overlay, the best first. */
const TELLING = ['running', 'due-soon', 'overdue'];

function mostTelling(stops: readonly Stop[]): Stop | undefined {
  for (const state of TELLING) {
    const found = stops.find((stop) => stop.state === state);
    if (found) return found;
  }
  return stops[0];
}

/** The first ticket of each language. */
function oneOfEach(stops: readonly Stop[]): Map<string, DeskTicket> {
  const found = new Map<string, DeskTicket>();
  for (const { ticket } of stops) if (!found.has(ticket.language)) found.set(ticket.language, ticket);
  return found;
}

/** The popup of the customer with the most to show, where there is a choice. */
async function openPopup(page: Page, extensionId: string): Promise<void> {
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await page.locator('h2').first().waitFor();
  await page.getByRole('tab').last().click();
  const premium = await page
    .locator('select option', { hasText: 'Premium' })
    .first()
    .getAttribute('value')
    .catch(() => null);
  if (premium !== null) await page.locator('select').first().selectOption(premium);
}

/** Takes the pictures and gives their names. */
export async function takePictures(
  page: Page,
  desk: Desk,
  stops: readonly Stop[],
  extensionId: string,
  folder: string,
): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const taken: string[] = [];
  const shoot = async (name: string, fullPage = false) => {
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
    taken.push(`${name}.png`);
  };
  const telling = mostTelling(stops);
  if (!telling) throw new Error('The demo desk has no ticket.');

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(DESKTOP);
    await page.goto(telling.ticket.url);
    await unfoldOverlay(page);
    await shoot(`overlay-${colorScheme}`);
    await page.setViewportSize(POPUP);
    await openPopup(page, extensionId);
    await shoot(`popup-${colorScheme}`, true);
    await page.setViewportSize(DESKTOP);
    await page.goto(`chrome-extension://${extensionId}/options.html`);
    await page.locator('[data-part=directory]').waitFor();
    await shoot(`options-${colorScheme}`, true);
    await page.goto(desk.url);
    await shoot(`queue-${colorScheme}`, true);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  for (const [language, ticket] of oneOfEach(stops)) {
    await page.goto(ticket.url);
    await unfoldOverlay(page);
    await shoot(`ticket-${language}`);
  }
  return taken;
}
