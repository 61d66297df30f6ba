/** What the extension's background holds once everything is collected that nobody holds. */
import type { BrowserContext, CDPSession } from 'playwright-core';

/** Bytes of its heap. Looking at a background keeps the browser from ending it. */
export async function heapOfBackground(context: BrowserContext): Promise<number> {
  const browser = await context.browser()!.newBrowserCDPSession();
  const { targetInfos } = await browser.send('Target.getTargets');
  const { targetId } = targetInfos.find(({ type }) => type === 'service_worker')!;
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  await ask(browser, sessionId, 'HeapProfiler.collectGarbage');
  const { usedSize } = (await ask(browser, sessionId, 'Runtime.getHeapUsage')) as { usedSize: number };
  await browser.detach();
  return usedSize;
}

let asked = 0;

/** Playwright has no session for a worker: the browser's own passes on what is for it. */
function ask(browser: CDPSession, sessionId: string, method: string): Promise<unknown> {
  const id = ++asked;
  return new Promise((resolve, reject) => {
    const listen = (told: { sessionId: string; message: string }) => {
      const answer = JSON.parse(told.message) as {
        id?: number;
        result?: unknown;
        error?: { message: string };
      };
      if (told.sessionId !== sessionId || answer.id !== id) return;
      browser.off('Target.receivedMessageFromTarget', listen);
      if (answer.error) reject(new Error(answer.error.message));
      else resolve(answer.result);
    };
    browser.on('Target.receivedMessageFromTarget', listen);
    const message = JSON.stringify({ id, method });
    browser.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
  });
}
