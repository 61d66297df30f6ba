import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { at, findings, findingsIn, nodesOf, type Rule, SOURCES } from './source.ts';

/** Members that turn text into markup. Page, ticket and sheet text is hostile. */
const MARKUP = new Set([
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'dangerouslySetInnerHTML',
  'createContextualFragment',
  'setHTMLUnsafe',
]);

function nameOf(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return node.argumentExpression.text;
  }
  if (ts.isJsxAttribute(node)) return node.name.getText();
  if (ts.isPropertyAssignment(node) && !ts.isComputedPropertyName(node.name)) return node.name.text;
  return undefined;
}

const markup: Rule = (source) =>
  [...nodesOf(source.tree)].flatMap((node) => {
    const name = nameOf(node);
    if (name && MARKUP.has(name))
      return [at(source, node, `uses ${name}: make elements and set their textContent.`)];
    const writes =
      ts.isCallExpression(node) && /^(\w+\.)*document\.write(ln)?$/.test(node.expression.getText());
    return writes ? [at(source, node, 'writes into the document: make elements instead.')] : [];
  });

const evaluation: Rule = (source) =>
  [...nodesOf(source.tree)].flatMap((node) => {
    if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return [];
    const callee = node.expression.getText().replace(/^(globalThis|window|self)\./, '');
    if (callee === 'eval' || callee === 'Function') {
      return [at(source, node, `uses ${callee}: text is data, never code; write the logic out.`)];
    }
    const first = node.arguments?.[0];
    const timer = /^set(Timeout|Interval)$/.test(callee) && first && ts.isStringLiteralLike(first);
    return timer ? [at(source, node, 'gives a timer text to run: give it a function.')] : [];
  });

const SAMPLES: [Rule, string, string][] = [
  [markup, 'extension/a.ts', 'element.innerHTML = ticket.subject;'],
  [markup, 'extension/a.ts', "element['outerHTML'] = text;"],
  [markup, 'extension/a.ts', "element.insertAdjacentHTML('beforeend', text);"],
  [markup, 'extension/a.tsx', 'const x = <p dangerouslySetInnerHTML={{ __html: text }} />;'],
  [markup, 'extension/a.ts', 'document.write(text);'],
  [evaluation, 'core/a.ts', 'eval(text);'],
  [evaluation, 'core/a.ts', "const f = new Function('return 1');"],
  [evaluation, 'core/a.ts', "setTimeout('go()', 1);"],
];

describe('nothing hostile is ever run', () => {
  test('text never becomes markup', () => {
    expect(findings(markup, SOURCES)).toEqual([]);
  });

  test('text never becomes code', () => {
    expect(findings(evaluation, SOURCES)).toEqual([]);
  });

  test.each(SAMPLES)('%o finds it in %s: %s', (rule, path, text) => {
    expect(findingsIn(rule, path, text)).toHaveLength(1);
  });

  test('textContent is fine', () => {
    expect(findingsIn(markup, 'extension/a.ts', 'element.textContent = ticket.subject;')).toEqual([]);
  });
});
