/** What is stored is for the background and for our own pages: a content script shares its process with a page. */
import { browser } from 'wxt/browser';

/** Only some browsers can keep it from content scripts; where that is not so, SECURITY.md says what remains. */
interface Area {
  setAccessLevel?(access: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/** The browser keeps this from start to start. */
export async function closeStorage(): Promise<void> {
  const { local, managed } = browser.storage as unknown as { local: Area; managed?: Area };
  for (const area of [local, managed]) await area?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
