/** What a page, a popup and the options have to load: the ceilings of the built files. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildExtension } from '../support/build.ts';

const KB = 1000;

let output = '';
beforeAll(async () => {
  output = await buildExtension();
}, 5 * 60_000);

const built = (name: string) => join(output, name);
const sizeOf = (name: string) => statSync(built(name)).size;
const textOf = (name: string) => readFileSync(built(name), 'utf8');

/** Every script that a page loads at its start: those it names, and what they import in turn. */
function scriptsOf(page: string): Set<string> {
  const found = new Set<string>();
  const follow = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    for (const [, path] of textOf(name).matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g)) {
      follow(normalize(join(dirname(name), path!)));
    }
  };
  for (const [, path] of textOf(page).matchAll(/(?:src|href)="\/([^"]+\.js)"/g)) follow(path!);
  return found;
}

/** What luxon, zod and the catalogue carry into any bundle that holds them, whatever a minifier renames. */
const MARKERS = [
  'luxon',
  'Invalid Zone',
  'ZodError',
  'invalid_type',
  'too_small',
  'Kundenschulung',
  'Customer enablement',
];

test('the content script, which runs on every page of a site, has at most 20 kB', () => {
  expect(sizeOf('overlay.js')).toBeLessThanOrEqual(20 * KB);
});

test('the view, which comes only once there is a ticket to show, has at most 45 kB with what it draws with', () => {
  expect(sizeOf('view.js') + sizeOf('drawing.js')).toBeLessThanOrEqual(45 * KB);
});

test('the panel, which comes only once somebody opens it, has at most 45 kB', () => {
  expect(sizeOf('panel.js')).toBeLessThanOrEqual(45 * KB);
});

test('the forms of the panel, which come only once somebody writes into one, have at most 15 kB', () => {
  expect(sizeOf('forms.js')).toBeLessThanOrEqual(15 * KB);
});

test('the reader for any page, which comes only where something speaks for a ticket, has at most 40 kB with its part', () => {
  expect(sizeOf('reader.js') + sizeOf('reading.js')).toBeLessThanOrEqual(40 * KB);
});

test('what comes only with a list has at most 75 kB, what comes only with a known system’s address, 70 kB', () => {
  expect(sizeOf('lists.js')).toBeLessThanOrEqual(75 * KB);
  expect(sizeOf('sites.js')).toBeLessThanOrEqual(70 * KB);
});

test('reading by the user’s mapping has at most 30 kB, the picker that makes one 55 kB', () => {
  expect(sizeOf('mapped.js')).toBeLessThanOrEqual(30 * KB);
  expect(sizeOf('picker.js')).toBeLessThanOrEqual(55 * KB);
});

test('neither luxon nor zod nor the catalogue is in what runs inside a page', () => {
  for (const name of [
    'drawing.js',
    'forms.js',
    'lists.js',
    'mapped.js',
    'overlay.js',
    'panel.js',
    'picker.js',
    'reader.js',
    'reading.js',
    'sites.js',
    'view.js',
  ]) {
    const text = textOf(name);
    expect(
      MARKERS.filter((marker) => text.includes(marker)),
      name,
    ).toEqual([]);
  }
});

test('the markers are right: the background, which needs all three, has them', () => {
  const text = textOf('background.js');
  expect(['invalid_type', 'Kundenschulung'].filter((marker) => !text.includes(marker))).toEqual([]);
});

test.each(['popup.html', 'options.html'])('%s loads at most 150 kB of scripts', (page) => {
  const scripts = scriptsOf(page);
  expect(scripts.size).toBeGreaterThan(0);
  const sum = [...scripts].reduce((total, name) => total + sizeOf(name), 0);
  expect(sum).toBeLessThanOrEqual(150 * KB);
});

test('the holidays of the world and the reader of .ics files come only where somebody chooses them', () => {
  const marks = ['Heilige Drei Könige', 'vtimezone'];
  const start = [...scriptsOf('options.html')].map(textOf).join('');
  expect(marks.filter((mark) => start.includes(mark))).toEqual([]);
  const all = readdirSync(built('chunks')).map((name) => textOf(join('chunks', name)));
  expect(marks.filter((mark) => !all.join('').includes(mark))).toEqual([]);
});

test('no-broad-access: nothing is required that the browser would ask its user about, and no site', () => {
  const manifest = JSON.parse(textOf('manifest.json')) as Record<string, unknown>;
  expect(manifest.permissions).toEqual(['storage', 'activeTab', 'scripting', 'alarms', 'identity']);
  expect(manifest.host_permissions).toBeUndefined();
  expect(manifest.content_scripts).toBeUndefined();
  expect(manifest.web_accessible_resources).toBeUndefined();
  expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
});

test('nothing built evaluates text as code or as markup', () => {
  const scripts = readdirSync(output, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
  expect(scripts.length).toBeGreaterThan(3);
  for (const name of scripts)
    expect(textOf(name), name).not.toMatch(/\beval\(|new Function\(|document\.write/);
});
