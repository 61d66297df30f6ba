import { join } from 'node:path';
import { defineConfig } from 'wxt';
import manifest from '../package.json' with { type: 'json' };
import { oneWordList } from './build/one-word-list.ts';
import { ownWords } from './build/own-words.ts';
import { slimHolidays } from './build/slim-holidays.ts';

/** Run as `wxt build extension`: this folder is WXT's root, the package's own file is one above. */
export default defineConfig({
  manifestVersion: 3,
  imports: false,
  vite: () => ({
    plugins: [oneWordList(), ownWords(join(import.meta.dirname, '..', 'core', 'language')), slimHolidays()],
    build: {
      target: 'es2022',
      // What every ticket page loads is worth a slower build.
      minify: 'terser',
      terserOptions: { ecma: 2020, compress: { passes: 3, unsafe_arrows: true, unsafe_methods: true } },
    },
    // The same bytes whatever NODE_ENV says: tests build too, and must measure what is shipped.
    esbuild: { jsxDev: false },
  }),
  manifest: ({ browser }) => ({
    name: 'Dueline',
    version: manifest.version,
    description: manifest.description,
    permissions: ['storage', 'activeTab', 'scripting', 'alarms'],
    optional_permissions: ['notifications'],
    optional_host_permissions: ['*://*/*'],
    action: { default_title: 'Dueline' },
    commands: {
      'toggle-overlay': {
        suggested_key: { default: 'Alt+Shift+D' },
        description: 'Open or fold the overlay',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'dueline@dueline.example',
              strict_min_version: '128.0',
              data_collection_permissions: { required: ['none' as const] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
});
