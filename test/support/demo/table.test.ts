import { describe, expect, test } from 'vitest';
import { refusesExtensions } from './launch.ts';
import { hasDisplay, readOptions } from './options.ts';
import { tableOf, widthOf } from './table.ts';

describe('the table of tickets', () => {
  test('columns line up, Korean and Chinese names too', () => {
    expect(
      tableOf(
        ['customer', 'tier'],
        [
          ['한빛', 'TSAM'],
          ['Nordwind', 'Premium'],
        ],
      ),
    ).toEqual(['customer  tier', '─────────────────', '한빛      TSAM', 'Nordwind  Premium']);
  });

  test('a full-width letter takes two columns', () => {
    expect(widthOf('到期：a')).toBe(7);
  });
});

describe('npm start', () => {
  test('opens a window only where there is a screen', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({ DISPLAY: ':0', CI: 'true' }, 'linux')).toBe(false);
    expect(hasDisplay({}, 'darwin')).toBe(true);
  });

  test('--once opens none, whatever the screen', () => {
    expect(readOptions(['--once'], { DISPLAY: ':0' })).toEqual({ once: true, headless: true, port: 0 });
  });

  test('says how it is used when it is asked for what it does not know', () => {
    expect(readOptions(['--twice'], {})).toContain('--once');
    expect(readOptions(['--port', 'many'], {})).toContain('--port');
  });
});

describe('which browsers take an extension from a script', () => {
  test.each([
    ['Google Chrome 142.0.7444.59 ', true],
    ['Google Chrome 137.0.7151.0', true],
    ['Google Chrome 136.0.7103.113', false],
    ['Google Chrome for Testing 142.0.7444.59', false],
    ['Chromium 142.0.7444.59 built on Debian GNU/Linux 12 (bookworm)', false],
    ['', false],
  ])('%s refuses: %s', (introduction, refuses) => {
    expect(refusesExtensions(introduction)).toBe(refuses);
  });
});
