/** The add-on's sidebar in a real browser, with the real script behind it, as Google Sheets puts them together. */
import { type Browser, chromium, type Page } from 'playwright-core';
import type { SidebarRequest, Told } from '../../sheets-addon/sidebar/protocol.ts';
import { builtAddOn, type RunningAddOn } from '../sheets-addon/support/add-on.ts';
import { chromiumProgram } from './extension-browser.ts';

/** What Google puts into the page: a call that answers later, or fails. */
const RUNNER = `
  const runner = (done = () => {}, failed = () => {}) => ({
    withSuccessHandler: (next) => runner(next, failed),
    withFailureHandler: (next) => runner(done, next),
    answer: (request) => void askTheScript(request).then(done, (error) => failed({ message: error.message })),
  });
  window.google = { script: { run: runner() } };
`;

/** What Google says in the place of an answer; `null` where it carries the question. */
export interface Carrier {
  refusal: string | null;
}

export interface SidebarPages {
  script: string;
  open(addOn: RunningAddOn, colorScheme?: 'dark' | 'light', carrier?: Carrier): Promise<Page>;
  close(): Promise<void>;
}

export async function sidebarPages(): Promise<SidebarPages> {
  const { script, sidebar } = await builtAddOn();
  const browser: Browser = await chromium.launch({
    executablePath: chromiumProgram!,
    args: ['--no-sandbox'],
  });
  return {
    script,
    async open(addOn, colorScheme = 'light', carrier = { refusal: null }) {
      const viewport = { width: 300, height: 700 };
      const page = await browser.newPage({ viewport, colorScheme, locale: 'en-US' });
      await page.exposeFunction('askTheScript', (request: SidebarRequest): Told => {
        if (carrier.refusal !== null) throw new Error(carrier.refusal);
        return addOn.ask(request);
      });
      await page.addInitScript(RUNNER);
      await page.route('https://sheets.example/', (route) =>
        route.fulfill({ contentType: 'text/html; charset=utf-8', body: sidebar }),
      );
      await page.goto('https://sheets.example/');
      return page;
    },
    close: () => browser.close(),
  };
}
