import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answer } from '../background/answer.ts';
import { forgetDirectory } from '../background/directory.ts';
import { policy } from '../background/policy.ts';
import { keptToPolicy, sitePatterns } from '../background/policy-sites.ts';
import { push } from '../background/push.ts';
import { register, runInOpenTabs, toggleOverlay } from '../background/registration.ts';
import { listenForReminders } from '../background/remind/listen.ts';
import { closeStorage } from '../background/stored/access.ts';
import { keepUpToDate } from '../background/sync/wake.ts';
import { bringUpToDate } from '../background/tracker-page.ts';

export default defineBackground(() => {
  const around = {
    self: { id: browser.runtime.id, base: browser.runtime.getURL('/') },
    version: browser.runtime.getManifest().version,
    clock: () => Date.now(),
  };
  browser.runtime.onMessage.addListener((message, sender, respond) => {
    answer(message, sender, around).then(respond, (error: unknown) => {
      // Without an answer the asking side reports that it got none; the cause is for us.
      console.error(error);
      respond(undefined);
    });
    return true;
  });

  browser.commands.onCommand.addListener((command, tab) => toggleOverlay(command, tab?.id));
  browser.permissions.onAdded.addListener(async ({ origins: added = [] }) => {
    const origins = await keptToPolicy(added);
    await register();
    await runInOpenTabs(origins);
    await push({ type: 'changed' });
  });
  browser.permissions.onRemoved.addListener(async ({ origins = [] }) => {
    await register();
    await push({ type: 'switched-off', origins });
  });
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason === 'install' && (await policy()).welcome) {
      await browser.tabs.create({ url: '/welcome.html' });
    }
    await register();
    await runInOpenTabs(await sitePatterns());
  });
  browser.storage.onChanged.addListener(async (_changes, area) => {
    if (area !== 'managed') return;
    forgetDirectory();
    await register();
    await push({ type: 'changed' });
  });
  browser.runtime.onStartup.addListener(async () => {
    await register();
    await bringUpToDate(around.clock);
  });
  closeStorage().catch((error: unknown) => console.error(error));
  // Whoever ended in the middle of an installation has left it to us.
  register().catch((error: unknown) => console.error(error));
  keepUpToDate(around.clock);
  listenForReminders(() => ({
    nowMs: Date.now(),
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  }));
});
