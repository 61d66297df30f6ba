import { defineConfig } from 'vitest/config';

/** The core is tested where the process' own zone differs most: no result may depend on it. */
const CORE_ZONES = ['UTC', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Apia'];

const OFFICE = 'test/**/*.office.test.{ts,tsx}';
const BROWSER = 'test/**/*.browser.test.{ts,tsx}';
const LIVE = 'test/**/*.live.test.{ts,tsx}';
const CORE = 'test/core/**/*.test.{ts,tsx}';
const CONVENTIONS = 'test/conventions/**/*.test.{ts,tsx}';

const MINUTE_MS = 60_000;

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      ...CORE_ZONES.map((zone) => ({
        extends: true as const,
        test: {
          name: `core ${zone}`,
          include: [CORE],
          exclude: [OFFICE, BROWSER, LIVE],
          env: { TZ: zone, DUELINE_TEST_ZONE: zone },
          setupFiles: ['test/support/zone-setup.ts'],
          // A machine with much else to do is no failure.
          testTimeout: MINUTE_MS,
          hookTimeout: MINUTE_MS,
        },
      })),
      {
        extends: true as const,
        test: {
          name: 'surfaces',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [CORE, CONVENTIONS, OFFICE, BROWSER, LIVE],
          testTimeout: MINUTE_MS,
          hookTimeout: MINUTE_MS,
        },
      },
      {
        extends: true as const,
        test: { name: 'conventions', include: [CONVENTIONS], testTimeout: MINUTE_MS, hookTimeout: MINUTE_MS },
      },
      ...(
        [
          ['office', OFFICE],
          ['browser', BROWSER],
          ['live', LIVE],
        ] as const
      ).map(([name, include]) => ({
        extends: true as const,
        test: {
          name,
          include: [include],
          // One at a time: they share a machine's browsers, ports and patience.
          fileParallelism: false,
          testTimeout: 2 * MINUTE_MS,
          hookTimeout: 10 * MINUTE_MS,
          // A busy machine's browser takes its time; what is never shown still fails.
          expect: { poll: { timeout: MINUTE_MS / 2, interval: 100 } },
        },
      })),
    ],
  },
});
