import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { at, findings, findingsIn, nodesOf, type Rule, TESTS } from './source.ts';
import { timings } from './timings.ts';

/** Helpers that poll, with a deadline, for something outside that tells nobody: a lock, a server that starts. */
const MAY_WAIT = /^test\/(live|support)\/(?!.*\.test\.)/;

function isSleep(node: ts.Node): boolean {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Promise') {
    const [executor] = node.arguments ?? [];
    if (!executor || !(ts.isArrowFunction(executor) || ts.isFunctionExpression(executor))) return false;
    const [resolve] = executor.parameters;
    const statements = ts.isBlock(executor.body) ? executor.body.statements : [];
    const only = ts.isBlock(executor.body)
      ? statements.length === 1 && statements[0] && ts.isExpressionStatement(statements[0])
        ? statements[0].expression
        : undefined
      : executor.body;
    if (!resolve || !only || !ts.isCallExpression(only)) return false;
    const target = only.arguments[0]?.getText() ?? '';
    return (
      /^(globalThis\.|window\.)?setTimeout$/.test(only.expression.getText()) &&
      target.includes(resolve.name.getText())
    );
  }
  return ts.isCallExpression(node) && /\.waitForTimeout$/.test(node.expression.getText());
}

const sleeps: Rule = (source) => {
  if (MAY_WAIT.test(source.path)) return [];
  const timers = /from 'node:timers\/promises'/.exec(source.text)
    ? [
        `${source.path} imports node:timers/promises: wait for what should happen (expect.poll, an event), not for time.`,
      ]
    : [];
  const found = [...nodesOf(source.tree)]
    .filter(isSleep)
    .map((node) =>
      at(
        source,
        node,
        'sleeps: wait for what should happen (expect.poll, an event, fake timers), not for time.',
      ),
    );
  return [...timers, ...found];
};

function isTestCall(node: ts.Node): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) &&
    /^(test|it)(\.(each|for|skipIf|runIf)\(|\.concurrent|\.sequential|$)/.test(node.expression.getText())
  );
}

const alone: Rule = (source) =>
  [...nodesOf(source.tree)].flatMap((node) =>
    ts.isPropertyAccessExpression(node) && /^(test|it|describe)\.(only|skip|todo)$/.test(node.getText())
      ? [at(source, node, `has ${node.getText()}: run all, or take it away (skipIf with a reason is fine).`)]
      : [],
  );

/** A test asserts when it, or a function of its file that it calls, speaks of `expect`, `assert` or `expectX`. */
const asserts: Rule = (source) => {
  if (!/\.test\.tsx?$/.test(source.path)) return [];
  const helpers = new Map<string, string>();
  for (const node of nodesOf(source.tree)) {
    if (ts.isFunctionDeclaration(node) && node.name) helpers.set(node.name.text, node.getText());
    else if (ts.isVariableDeclaration(node) && node.initializer)
      helpers.set(node.name.getText(), node.initializer.getText());
  }
  const speaks = (text: string, seen: ReadonlySet<string> = new Set()): boolean => {
    if (/\b(expect|assert|check)\w*\s*[.(]/.test(text)) return true;
    return [...helpers].some(
      ([name, body]) =>
        !seen.has(name) && new RegExp(`\\b${name}\\b`).test(text) && speaks(body, new Set([...seen, name])),
    );
  };
  return [...nodesOf(source.tree)].filter(isTestCall).flatMap((node) => {
    const body = node.arguments.at(-1);
    const callback =
      node.arguments.find((arg) => ts.isArrowFunction(arg) || ts.isFunctionExpression(arg)) ?? body;
    if (!callback || speaks(callback.getText())) return [];
    return [at(source, node, 'asserts nothing: say with expect what a user would lose.')];
  });
};

describe('tests', () => {
  test('no test sleeps', () => {
    expect(findings(sleeps, TESTS)).toEqual([]);
  });

  test('no test runs alone or is switched off', () => {
    expect(findings(alone, TESTS)).toEqual([]);
  });

  test('no test says how long something takes', () => {
    expect(findings(timings, TESTS)).toEqual([]);
  });

  test('every test asserts something', () => {
    expect(findings(asserts, TESTS)).toEqual([]);
  });

  test.each([
    [sleeps, 'await new Promise((resolve) => setTimeout(resolve, 50));'],
    [sleeps, 'await new Promise((done) => { setTimeout(() => done(), 50); });'],
    [sleeps, 'await page.waitForTimeout(500);'],
    [sleeps, ["import { setTimeout as wait } from 'node:timers", "promises';"].join('/')],
    [timings, 'const s = performance.now(); go(); expect(performance.now() - s).toBeLessThan(50);'],
    [timings, 'const s = Date.now(); go(); const took = Date.now() - s; expect(took < 9).toBe(true);'],
    [timings, 'let d = 0; d = performance.now() - s.at; const m = d / 2; expect({ m }).toEqual({ m: 1 });'],
    [alone, ['test', "only('x', () => {});"].join('.')],
    [alone, ['describe', "skip('x', () => {});"].join('.')],
    [asserts, "test('x', () => { open(); });"],
    [asserts, "test('x', async () => { await go(); }); function go() { return 1; }"],
  ])('%o finds %s', (rule, text) => {
    expect(findingsIn(rule, 'test/core/sample.test.ts', text)).toHaveLength(1);
  });

  test('an instant is no duration', () => {
    const text = 'const at = Date.now() - 3 * HOUR; expect(read(at)).toBe(at);';
    expect(findingsIn(timings, 'test/core/sample.test.ts', text)).toEqual([]);
  });

  test('a helper that asserts is enough', () => {
    const text = "function isDue(x) { expect(x).toBe(1); } test('x', () => { isDue(1); });";
    expect(findingsIn(asserts, 'test/core/sample.test.ts', text)).toEqual([]);
  });
});
