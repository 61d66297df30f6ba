/** What the extension's own scripts in a page would get from the browser; a page that takes its process over gets no more. */
import type { Page } from 'playwright-core';

/** Evaluates expressions where those scripts live; gives their values as JSON, or the words of a failure. */
export async function ourScripts(page: Page): Promise<(expression: string) => Promise<string>> {
  const session = await page.context().newCDPSession(page);
  const ours: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => {
    if (origin.startsWith('chrome-extension:')) ours.push(id);
  });
  await session.send('Runtime.enable');
  const [contextId] = ours;
  return async (expression) => {
    const { result } = await session.send('Runtime.evaluate', {
      expression: `Promise.resolve(${expression}).then(JSON.stringify, String)`,
      contextId: contextId!,
      awaitPromise: true,
      returnByValue: true,
    });
    return String(result.value);
  };
}
