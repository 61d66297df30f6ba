/** What a tick of the countdown takes in our scripts, by the browser's own timeline, beside the least that one can be. */
import type { Page } from 'playwright-core';

/** Of a minute, with the one that begins another. */
const TICKS = 60;
/** Calls that are nearer to each other than this are of one tick. */
const APART_MS = 500;
const OURS = /^chrome-extension:.*\/(drawing|overlay|view)\.js$/;

/** Milliseconds of each tick, sorted. */
export interface TickCosts {
  ours: number[];
  /** Of a script that sets a text each second and does nothing else, in the same page without us. */
  bare: number[];
}

interface Call {
  name: string;
  /** Microseconds. */
  ts: number;
  dur?: number;
  args: { data?: { url?: string; functionName?: string } };
}

export async function tickCosts(withUs: Page, without: Page): Promise<TickCosts> {
  const ours = await ticksOf(withUs, ({ url = '' }) => OURS.test(url));
  await without.evaluate(`{
    const text = document.createTextNode('');
    document.body.append(text);
    let n = 0;
    setInterval(function bareTick() { text.data = String(++n); }, 1000);
  }`);
  return { ours, bare: await ticksOf(without, ({ functionName }) => functionName === 'bareTick') };
}

async function ticksOf(
  page: Page,
  isCounted: (call: NonNullable<Call['args']['data']>) => boolean,
): Promise<number[]> {
  await page.bringToFront();
  const calls = (await timelineOf(page, () => page.evaluate(`ticking(${TICKS})`)))
    .filter(({ name, args }) => name === 'FunctionCall' && args.data && isCounted(args.data))
    .sort((one, other) => one.ts - other.ts);
  const ticks: number[] = [];
  let lastMs = Number.NEGATIVE_INFINITY;
  for (const { ts, dur = 0 } of calls) {
    if (ts / 1_000 - lastMs > APART_MS) ticks.push(0);
    ticks[ticks.length - 1]! += dur / 1_000;
    lastMs = ts / 1_000;
  }
  if (ticks.length < TICKS - 1) throw new Error(`${ticks.length} ticks in ${TICKS} seconds.`);
  return ticks.sort((one, other) => one - other);
}

async function timelineOf(page: Page, work: () => Promise<unknown>): Promise<Call[]> {
  const session = await page.context().newCDPSession(page);
  const calls: Call[] = [];
  session.on('Tracing.dataCollected', ({ value }) => calls.push(...(value as unknown as Call[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'] },
  });
  await work();
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return calls;
}
