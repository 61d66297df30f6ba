/**
 * The place of the system's notifications in Firefox, taken by one that keeps them: headless there is no screen to show
 * them on, and nothing to click. What Firefox itself does with a click is all there.
 */
import type { Page } from 'puppeteer-core';
import { inBrowser } from './firefox.ts';

const TAKE_PLACE = `
  if (!globalThis.keptAlerts) {
    const alerts = globalThis.keptAlerts = [];
    const service = {
      QueryInterface: ChromeUtils.generateQI(['nsIAlertsService']),
      showAlert(alert, listener) {
        alerts.push({ alert, listener });
        listener.observe(null, 'alertshow', alert.cookie);
      },
      closeAlert() {},
    };
    Components.manager.QueryInterface(Ci.nsIComponentRegistrar).registerFactory(
      Services.uuid.generateUUID(), 'kept alerts', '@mozilla.org/alerts-service;1',
      { QueryInterface: ChromeUtils.generateQI(['nsIFactory']), createInstance: (iid) => service.QueryInterface(iid) },
    );
  }
`;

export async function keepAlerts(page: Page): Promise<void> {
  await inBrowser(page, TAKE_PLACE);
}

/** What is shown, each as its title and text. */
export async function alertsIn(page: Page): Promise<[title: string, text: string][]> {
  const said = await inBrowser(
    page,
    'return JSON.stringify(globalThis.keptAlerts.map(({ alert }) => [alert.title, alert.text]));',
  );
  return JSON.parse(String(said)) as [string, string][];
}

/** As the system tells Firefox of a click. */
export async function clickAlert(page: Page, index: number): Promise<void> {
  await inBrowser(
    page,
    `const { alert, listener } = globalThis.keptAlerts[${index}];
     listener.observe(null, 'alertclickcallback', alert.cookie);
     listener.observe(null, 'alertfinished', alert.cookie);`,
  );
}
