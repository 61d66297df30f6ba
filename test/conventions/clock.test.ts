import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { type Asks, EDGES } from './edges.ts';
import { at, findings, findingsIn, nodesOf, type Rule, SOURCES } from './source.ts';

const WANTED: Record<Asks, string> = {
  time: 'reads the clock: take `nowMs` as an argument',
  language: "reads the machine's language: take `language` as an argument",
  zone: "reads the machine's zone: take `zone` as an argument",
};

const LOCAL_PARTS =
  /^(get|set)(FullYear|Month|Date|Day|Hours|Minutes)$|^getTimezoneOffset$|^to(Locale)?(Date|Time)String$/;
const INTL =
  /^Intl\.(DateTimeFormat|NumberFormat|ListFormat|PluralRules|RelativeTimeFormat|Collator|Segmenter|DisplayNames)$/;

function isMissing(node: ts.Node | undefined): boolean {
  return (
    !node ||
    node.getText() === 'undefined' ||
    (ts.isArrayLiteralExpression(node) && node.elements.length === 0)
  );
}

function askedByCall(node: ts.CallExpression | ts.NewExpression): Asks | undefined {
  const callee = node.expression.getText().replace(/^(globalThis|window|self)\./, '');
  const args = node.arguments ?? [];
  const member = callee.slice(callee.lastIndexOf('.') + 1);
  if (callee === 'Date') {
    if (!ts.isNewExpression(node) || args.length === 0) return 'time';
    return args.length > 1 ? 'zone' : undefined;
  }
  if (INTL.test(callee)) {
    // `….resolvedOptions().timeZone` asks for the zone alone; the call around it says so.
    const onlyOptions =
      ts.isPropertyAccessExpression(node.parent) && node.parent.name.text === 'resolvedOptions';
    return isMissing(args[0]) && !onlyOptions ? 'language' : undefined;
  }
  if (!callee.includes('.')) return undefined;
  if (LOCAL_PARTS.test(member)) return 'zone';
  if (/^(toLocaleString|toLocaleUpperCase|toLocaleLowerCase)$/.test(member))
    return isMissing(args[0]) ? 'language' : undefined;
  if (member === 'localeCompare') return isMissing(args[1]) ? 'language' : undefined;
  if (member === 'resolvedOptions') return node.parent.getText().endsWith('.locale') ? 'language' : 'zone';
  if (member === 'getScriptTimeZone') return 'zone';
  if (/^(getUILanguage|getActiveUserLocale|getAcceptLanguages)$/.test(member)) return 'language';
  return undefined;
}

function asked(node: ts.Node): Asks | undefined {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return askedByCall(node);
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const text = node.getText().replace(/^(globalThis|window|self)\./, '');
  if (/^(Date|performance)\.now$/.test(text)) return 'time';
  if (/^navigator\.languages?$/.test(text)) return 'language';
  return text === 'process.env.TZ' ? 'zone' : undefined;
}

const passedIn: Rule = (source) =>
  [...nodesOf(source.tree)].flatMap((node) => {
    const what = asked(node);
    if (!what || EDGES[source.path]?.asks.includes(what)) return [];
    return [at(source, node, `${WANTED[what]} (or, for a new edge, say why in test/conventions/edges.ts).`)];
  });

const BREACHES = [
  'const nowMs = Date.now();',
  'const now = new Date();',
  'const text = Date();',
  'const nowMs = globalThis.performance.now();',
  'const clock = Date.now;',
  'const at = new Date(2026, 5, 8);',
  'const hour = new Date(ms).getHours();',
  'const zone = new Intl.DateTimeFormat("en").resolvedOptions().timeZone;',
  'const language = new Intl.DateTimeFormat().resolvedOptions().locale;',
  'const format = new Intl.NumberFormat();',
  'const format = new Intl.DateTimeFormat(undefined, { timeZone: "UTC" });',
  'const text = (12).toLocaleString();',
  'names.sort((a, b) => a.localeCompare(b));',
  'const language = navigator.language;',
  'const zone = process.env.TZ;',
];

const ALLOWED = [
  'const at = new Date(ms).toISOString();',
  'const at = Date.UTC(2026, 5, 8);',
  'const year = new Date(ms).getUTCFullYear();',
  'const format = new Intl.NumberFormat(language);',
  'names.sort((a, b) => a.localeCompare(b, language));',
];

describe('time, language and zone are passed in', () => {
  test('nothing but an edge asks the machine', () => {
    expect(findings(passedIn, SOURCES)).toEqual([]);
  });

  test('every edge still asks for what it is listed for', () => {
    const idle = Object.entries(EDGES).flatMap(([path, { asks }]) => {
      const source = SOURCES.find((one) => one.path === path);
      const found = source ? [...nodesOf(source.tree)].map(asked) : [];
      return asks
        .filter((what) => !found.includes(what))
        .map((what) => `${path} no longer asks for the ${what}: drop it`);
    });
    expect(idle).toEqual([]);
  });

  test.each(BREACHES)('finds %s', (text) => {
    expect(findingsIn(passedIn, 'core/sample.ts', text).length).toBeGreaterThan(0);
  });

  test.each(ALLOWED)('leaves alone %s', (text) => {
    expect(findingsIn(passedIn, 'core/sample.ts', text)).toEqual([]);
  });
});
