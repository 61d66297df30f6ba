/** What the browser itself says of the extension, in its own form: from the catalogues' section `store`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Asset {
  relativeDest: string;
  contents: string;
}

/** `folder`: where the catalogues are. */
export function locales(folder: string): Asset[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const { store } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
        store: Record<string, string>;
      };
      const messages = Object.entries(store).map(([key, message]) => [key, { message }]);
      const locale = name.slice(0, -'.json'.length).replace('-', '_');
      return {
        relativeDest: `_locales/${locale}/messages.json`,
        contents: JSON.stringify(Object.fromEntries(messages)),
      };
    });
}
