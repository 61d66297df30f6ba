/** How much a page's main thread works meanwhile. */
import type { CDPSession, Page } from 'playwright-core';

/**
 * `ThreadTime`: processor time of a page's main thread, in which what other programs do meanwhile is not.
 * `ScriptDuration`: time in scripts alone, without the drawing that follows from them.
 */
export type Measure = 'ScriptDuration' | 'ThreadTime';

async function workedMs(session: CDPSession, measure: Measure): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === measure)?.value ?? 0) * 1_000;
}

export async function worked(
  page: Page,
  work: () => Promise<unknown>,
  measure: Measure = 'ThreadTime',
): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const before = await workedMs(session, measure);
  await work();
  const after = await workedMs(session, measure);
  await session.detach();
  return after - before;
}
