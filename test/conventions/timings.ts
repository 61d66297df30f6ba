/** A machine that has other work is no failure: no test may say how long something takes. */
import ts from 'typescript';
import { at, nodesOf, type Rule } from './source.ts';

const CLOCK = /(^|\.)(performance|Date)\.now\(\)$|process\.hrtime|process\.cpuUsage\(/;

/** A quick look, before the tree is walked. */
const ASKS = /(performance|Date)\.now\(|hrtime|cpuUsage/;

/** `performance.now() - startMs`; a clock less a constant (`Date.now() - 3 * HOUR`) is an instant, not a duration. */
function isMeasured(node: ts.Node): boolean {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.MinusToken) return false;
  const [left, right] = [node.left.getText(), node.right];
  return (
    CLOCK.test(left) &&
    (ts.isIdentifier(right) || ts.isPropertyAccessExpression(right) || CLOCK.test(right.getText()))
  );
}

/** A name that is looked up, not the key under which something is kept. */
const isLookedUp = (node: ts.Node): node is ts.Identifier =>
  ts.isIdentifier(node) &&
  !(ts.isPropertyAssignment(node.parent) && node.parent.name === node) &&
  !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node);

const within = (node: ts.Node): ts.Node[] => [node, ...node.getChildren().flatMap(within)];

/** Variables that hold a duration, and those that are made from them. */
function measuredNames(tree: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const isTold = (node: ts.Node) =>
    within(node).some((part) => isMeasured(part) || (isLookedUp(part) && names.has(part.text)));
  for (let known = -1; known < names.size; ) {
    known = names.size;
    for (const node of nodesOf(tree)) {
      if (
        ts.isVariableDeclaration(node) &&
        ts.isIdentifier(node.name) &&
        node.initializer &&
        isTold(node.initializer)
      )
        names.add(node.name.text);
      const isSet = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
      if (isSet && ts.isIdentifier(node.left) && isTold(node.right)) names.add(node.left.text);
    }
  }
  return names;
}

export const timings: Rule = (source) => {
  if (!/\.test\.tsx?$/.test(source.path) || !ASKS.test(source.text)) return [];
  const names = measuredNames(source.tree);
  const isTold = (node: ts.Node) =>
    within(node).some((part) => isMeasured(part) || (isLookedUp(part) && names.has(part.text)));
  return [...nodesOf(source.tree)].flatMap((node) => {
    const isExpect = ts.isCallExpression(node) && /^(expect|assert)\b/.test(node.expression.getText());
    if (!isExpect || !node.arguments.some((argument) => !ts.isArrowFunction(argument) && isTold(argument)))
      return [];
    return [
      at(
        source,
        node,
        'says how long something takes: count calls or bytes, and leave times to npm run bench.',
      ),
    ];
  });
};
