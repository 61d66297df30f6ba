import { join } from 'node:path';
import { defineConfig } from 'wxt';
import manifest from '../package.json' with { type: 'json' };
import { locales } from './build/locales.ts';
import { oneWordList } from './build/one-word-list.ts';
import { ownWords } from './build/own-words.ts';
import { plainStart } from './build/plain-start.ts';
import { sharedParts } from './build/shared-parts.ts';
import { slimHolidays } from './build/slim-holidays.ts';
import { slimIcs } from './build/slim-ics.ts';
import { textNotMarkup } from './build/text-not-markup.ts';
import { trackerShape } from './build/tracker-shape.ts';
import { SENT_KINDS } from './platform/sent-kinds.ts';

const LANGUAGE_FOLDER = join(import.meta.dirname, '..', 'core', 'language');

/** Own files only; and the network is Google's sign-in and the user's own sheets, whatever else a fault of ours asks for. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  'connect-src https://oauth2.googleapis.com https://sheets.googleapis.com https://www.googleapis.com',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** Run as `wxt build extension`: this folder is WXT's root, the package's own file is one above. */
export default defineConfig({
  manifestVersion: 3,
  imports: false,
  vite: () => ({
    plugins: [
      oneWordList(),
      ownWords(LANGUAGE_FOLDER),
      plainStart(),
      sharedParts(import.meta.dirname),
      slimHolidays(),
      slimIcs(),
      textNotMarkup(),
      trackerShape(),
    ],
    build: {
      target: 'es2022',
      // Every browser that this runs in knows it.
      modulePreload: { polyfill: false },
      // What every ticket page loads is worth a slower build.
      minify: 'terser',
      terserOptions: {
        ecma: 2020,
        compress: {
          passes: 3,
          hoist_funs: true,
          hoist_props: true,
          pure_getters: true,
          unsafe: true,
          unsafe_arrows: true,
          unsafe_comps: true,
          unsafe_methods: true,
        },
      },
    },
    // The same bytes whatever NODE_ENV says: tests build too, and must measure what is shipped.
    esbuild: { jsxDev: false },
  }),
  hooks: { 'build:publicAssets': (_wxt, files) => void files.push(...locales(LANGUAGE_FOLDER)) },
  manifest: ({ browser }) => ({
    name: 'Dueline',
    version: manifest.version,
    description: '__MSG_summary__',
    default_locale: 'en',
    permissions: ['storage', 'activeTab', 'scripting', 'alarms', 'identity'],
    optional_permissions: ['notifications'],
    optional_host_permissions: ['*://*/*'],
    content_security_policy: { extension_pages: CONTENT_POLICY },
    action: { default_title: 'Dueline' },
    commands: {
      'toggle-overlay': {
        suggested_key: { default: 'Alt+Shift+D' },
        description: '__MSG_shortcut__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'dueline@dueline.example',
              // The first everywhere that asks its user for what goes out of the browser.
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none' as const], optional: [...SENT_KINDS] },
            },
          },
        }
      : { minimum_chrome_version: '120', storage: { managed_schema: 'managed-schema.json' } }),
  }),
});
