/** No text that somebody else wrote keeps an expression busy for much longer than the text is long. */
import { analyse } from 'scslre';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { BOUNDED, EACH } from './bounded-expressions.ts';
import { repeatsItsBeginning } from './repeated-prefix.ts';
import { at, findings, findingsIn, nodesOf, type Rule, SOURCES, type Source } from './source.ts';

const FIX =
  'takes longer the longer a text is, by its square or worse. Begin it where a run begins (^, or a look behind that ' +
  'refuses the run), or let no two parts of it take the same letters; where neither is possible bound its text, and ' +
  'list it in test/conventions/bounded-expressions.ts.';

/** The expression that a node is; parts that only a run knows stand for an id. */
function expressionOf(node: ts.Node, { tree }: Source): { source: string; flags: string } | null {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf('/');
    return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
  }
  if (!ts.isNewExpression(node) || node.expression.getText(tree) !== 'RegExp') return null;
  const [first, second] = node.arguments ?? [];
  const flags = second && ts.isStringLiteralLike(second) ? second.text : '';
  return first ? { source: textOf(first, tree), flags } : null;
}

function textOf(node: ts.Expression, tree: ts.SourceFile): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    const parts = node.templateSpans.map(
      ({ expression, literal }) => textOf(expression, tree) + literal.text,
    );
    return node.head.text + parts.join('');
  }
  const named = [...nodesOf(tree)].find(
    (other) => ts.isVariableDeclaration(other) && other.name.getText(tree) === node.getText(tree),
  ) as ts.VariableDeclaration | undefined;
  const isText = named?.initializer && ts.isStringLiteralLike(named.initializer);
  return isText ? textOf(named.initializer!, tree) : '7';
}

function isSlow({ source, flags }: { source: string; flags: string }): boolean {
  return analyse({ source, flags }).reports.length > 0 || repeatsItsBeginning(source, flags);
}

const isListed = (path: string, text: string) =>
  (BOUNDED[path] ?? []).some(([known]) => known === text || known === EACH);

const slow: Rule = (source) =>
  [...nodesOf(source.tree)].flatMap((node) => {
    const expression = expressionOf(node, source);
    if (!expression || isListed(source.path, node.getText(source.tree)) || !isSlow(expression)) return [];
    return [at(source, node, `${node.getText(source.tree)} ${FIX}`)];
  });

const SLOW = [
  String.raw`const words = text.replace(/\s+$/, '');`,
  String.raw`const person = /^(\w+\s?)*$/.exec(text);`,
  String.raw`const login = /^(.+?)\s*\((.+)\)$/.exec(text);`,
  String.raw`const tags = xml.matchAll(/<sheet\b[^>]*>/g);`,
  String.raw`const token = /\beyJ[\w-]+\.[\w-]+/.exec(text);`,
  String.raw`const id = /view\.php\?(?:.*&)?id=(\d+)/.exec(text);`,
  "const WORD = '(?:a|b)+$'; const made = new RegExp(WORD);",
];

/** What follows cannot take up what they begin with, or ends each time in a find. */
const QUICK = [
  'const quoted = text.matchAll(/"[^"]*"/g);',
  String.raw`const token = text.replace(/\beyJ[\w-]+(?:\.[\w-]+)*/g, '');`,
  String.raw`const name = /(?<![\w-])eyJ[\w-]+\./.exec(text);`,
  String.raw`const id = /^\/app\/.*conversations\/(\d+)/.exec(text);`,
];

describe('expressions', () => {
  test('none takes longer than its text is long, unless the text is bounded', () => {
    expect(findings(slow, SOURCES)).toEqual([]);
  });

  test('each that is listed as bounded is there, and would be found', () => {
    const stale = Object.entries(BOUNDED).flatMap(([path, listed]) => {
      const source = SOURCES.find((one) => one.path === path);
      const found = source ? [...nodesOf(source.tree)].filter(ts.isRegularExpressionLiteral) : [];
      const texts = found.map((node) => node.text);
      const isStale = ([text]: readonly [string, string]) =>
        text === EACH
          ? texts.length === 0
          : !texts.includes(text) || !isSlow(expressionOf(found[texts.indexOf(text)]!, source!)!);
      return listed.filter(isStale).map(([text]) => `${path} ${text}: take it off the list.`);
    });
    expect(stale).toEqual([]);
  });

  test.each(QUICK)('%s is no trouble', (text) => {
    expect(findingsIn(slow, 'core/a.ts', text)).toEqual([]);
  });

  test.each(SLOW)('%s is refused', (text) => {
    expect(findingsIn(slow, 'core/a.ts', text)).toHaveLength(1);
  });
});
