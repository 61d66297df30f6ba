import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { at, findings, findingsIn, nodesOf, type Rule, SOURCES } from './source.ts';

/** The only files of the extension that ask anything over the network, and whom. */
const CALLERS: Record<string, string> = {
  'extension/background/sync/account.ts': 'Google, through `platform/sheets/google-call.ts`',
  'extension/entrypoints/sites.ts': 'the page’s own origin',
  'extension/platform/sheets/google-edge.ts': 'Google’s sign-in',
};
const WAYS = new Set(['fetch', 'sendBeacon', 'EventSource', 'WebSocket', 'XMLHttpRequest']);

const network: Rule = (source) => {
  if (!source.path.startsWith('extension/') || source.path in CALLERS) return [];
  return [...nodesOf(source.tree)].flatMap((node) => {
    if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return [];
    const written = node.expression.getText();
    const callee = written.replace(/^(globalThis|navigator|self|window)\./, '');
    return WAYS.has(callee) && !isParameter(node, written)
      ? [at(source, node, `asks over the network (${callee}): be given the way to ask, as json-store.ts is.`)]
      : [];
  });
};

/** A function that was given its way to ask calls it by the same name. */
function isParameter(node: ts.Node, name: string): boolean {
  for (let each: ts.Node | undefined = node; each; each = each.parent) {
    if (!ts.isFunctionLike(each)) continue;
    const given = each.parameters.flatMap(({ name: known }) =>
      ts.isObjectBindingPattern(known) ? known.elements.map((one) => one.name.getText()) : [known.getText()],
    );
    if (given.includes(name)) return true;
  }
  return false;
}

describe('who asks over the network', () => {
  test('nobody but the few that are listed', () => {
    expect(findings(network, SOURCES)).toEqual([]);
    const paths = new Set(SOURCES.map(({ path }) => path));
    expect(Object.keys(CALLERS).filter((path) => !paths.has(path))).toEqual([]);
  });

  test.each([
    'await fetch(url);',
    'navigator.sendBeacon(url, text);',
    'new XMLHttpRequest();',
    'const f = (url: string) => globalThis.fetch(url);',
  ])('it is found: %s', (text) => {
    expect(findingsIn(network, 'extension/a.ts', text)).toHaveLength(1);
  });

  test('what was given is fine', () => {
    expect(findingsIn(network, 'extension/a.ts', 'const f = ({ fetch }: Edge) => fetch("x");')).toEqual([]);
  });
});
