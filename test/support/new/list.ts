/** Adds the one line to the list beside a new file: its import, and its entry in alphabetical order. */
import ts from 'typescript';

interface Addition {
  /** The import statement, where the entry needs one. */
  statement?: string;
  /** The constant whose array or object literal gets the entry. */
  constant: string;
  entry: string;
  /** A union of string literals that names the entries too. */
  union?: { type: string; member: string };
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

function bare(entry: string): string {
  return entry.replace(/['"]/g, '').toLowerCase();
}

function sorted(entries: readonly string[]): string[] {
  return [...entries].sort((a, b) => (bare(a) < bare(b) ? -1 : bare(a) > bare(b) ? 1 : 0));
}

/** The literal behind `as const`, `satisfies` and parentheses. */
function unwrapped(node: ts.Expression): ts.Expression {
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)) {
    return unwrapped(node.expression);
  }
  return node;
}

function listEdit(tree: ts.SourceFile, constant: string, entry: string): Edit {
  for (const statement of tree.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (name.getText(tree) !== constant || !initializer) continue;
      const literal = unwrapped(initializer);
      const isArray = ts.isArrayLiteralExpression(literal);
      if (!isArray && !ts.isObjectLiteralExpression(literal)) break;
      const present = (isArray ? literal.elements : literal.properties).map((one) => one.getText(tree));
      const inside = sorted([...present, entry]).join(', ');
      return {
        start: literal.getStart(tree),
        end: literal.end,
        text: isArray ? `[${inside}]` : `{ ${inside} }`,
      };
    }
  }
  throw new Error(`${tree.fileName} has no list called ${constant}`);
}

function unionEdit(tree: ts.SourceFile, type: string, member: string): Edit {
  const alias = tree.statements.find((one) => ts.isTypeAliasDeclaration(one) && one.name.text === type);
  if (!alias || !ts.isTypeAliasDeclaration(alias) || !ts.isUnionTypeNode(alias.type)) {
    throw new Error(`${tree.fileName} has no union called ${type}`);
  }
  const members = alias.type.types.map((one) => one.getText(tree));
  return {
    start: alias.type.getStart(tree),
    end: alias.type.end,
    text: sorted([...members, member]).join(' | '),
  };
}

/** Imports stand in the order of their files; the formatter brings them there. */
function importEdit(tree: ts.SourceFile, statement: string): Edit {
  const first = tree.statements[0];
  const start = first ? first.getStart(tree) : tree.end;
  return { start, end: start, text: `${statement}\n` };
}

/** The list's text with the addition in it. */
export function withListLine(
  path: string,
  text: string,
  { statement, constant, entry, union }: Addition,
): string {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const edits = [listEdit(tree, constant, entry)];
  if (statement) edits.push(importEdit(tree, statement));
  if (union) edits.push(unionEdit(tree, union.type, union.member));
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, text: put }) => result.slice(0, start) + put + result.slice(end), text);
}
