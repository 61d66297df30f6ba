/** Lets a browser's background reach the stand-in for Google under Google's own addresses, as its content policy wants. */
import type { BrowserContext, Worker } from 'playwright-core';
import type { StandInGoogle } from './google/server.ts';

/** Playwright shows a service worker's requests only where this is set before the browser starts. */
export function watchWorkers(): void {
  process.env.PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS = '1';
}

const JSON_ANSWER = {
  contentType: 'application/json',
  headers: {
    'access-control-allow-origin': '*',
    'access-control-allow-headers': '*',
    'access-control-allow-methods': '*',
  },
};

/** Every request that leaves the browser, by host. */
export async function answerAsGoogle(
  context: BrowserContext,
  google: StandInGoogle,
  token: string,
): Promise<string[]> {
  const hosts: string[] = [];
  await context.route(/^https:/, async (route) => {
    const request = route.request();
    const url = new URL(request.url());
    hosts.push(url.host);
    if (url.host === 'oauth2.googleapis.com') {
      const tokens = { access_token: token, refresh_token: 'refresh', expires_in: 3599 };
      await route.fulfill({ ...JSON_ANSWER, status: 200, body: JSON.stringify(tokens) });
      return;
    }
    const body = request.postData();
    const answer = await fetch(new URL(url.pathname.slice(1) + url.search, google.url), {
      method: request.method(),
      headers: { authorization: request.headers().authorization ?? '', 'content-type': 'application/json' },
      ...(body === null ? {} : { body }),
    });
    await route.fulfill({ ...JSON_ANSWER, status: answer.status, body: await answer.text() });
  });
  return hosts;
}

/** Stands in for Google's own window: consents at once, and picks one sheet where it is asked to. */
export async function consentAtOnce(worker: Worker, picked = ''): Promise<void> {
  await worker.evaluate((id) => {
    const { identity } = (globalThis as unknown as { chrome: { identity: Record<string, unknown> } }).chrome;
    identity.launchWebAuthFlow = async ({ url }: { url: string }) => {
      const asked = new URL(url).searchParams;
      const back = new URL(asked.get('redirect_uri')!);
      back.searchParams.set('code', 'code');
      back.searchParams.set('state', asked.get('state')!);
      if (asked.has('trigger_onepick')) back.searchParams.set('picked_file_ids', id);
      return back.href;
    };
  }, picked);
}
