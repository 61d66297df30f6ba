/** A page's clock in the tests' hands: hours pass in a moment, with every timer that would have run in them. */
import type { CDPSession, Page } from 'playwright-core';

export interface VirtualTime {
  /** Lets so much time pass; what is due meanwhile runs, in its order. */
  pass: (ms: number) => Promise<void>;
  end: () => Promise<void>;
}

/** From now on time passes in this page only where it is told to. `startMs`: what its clock shows at first. */
export async function takeTime(page: Page, startMs?: number): Promise<VirtualTime> {
  const session = await page.context().newCDPSession(page);
  if (startMs !== undefined) {
    await session.send('Emulation.setVirtualTimePolicy', {
      policy: 'pause',
      initialVirtualTime: startMs / 1000,
    });
  }
  return { pass: (ms) => pass(session, ms), end: () => session.detach() };
}

async function pass(session: CDPSession, budget: number): Promise<void> {
  const passed = new Promise<void>((resolve) =>
    session.once('Emulation.virtualTimeBudgetExpired', () => resolve()),
  );
  await session.send('Emulation.setVirtualTimePolicy', { policy: 'advance', budget });
  await passed;
}

export interface Held {
  nodes: number;
  listeners: number;
  bytes: number;
}

/** What a page's process holds once everything is collected that nobody holds. */
export async function heldBy(page: Page): Promise<Held> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return { nodes, listeners: jsEventListeners, bytes: usedSize };
}
