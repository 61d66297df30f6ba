/** What a file imports, and which file that is. */
import { posix } from 'node:path';
import ts from 'typescript';
import { nodesOf, type Source } from './source.ts';

export interface Import {
  node: ts.Node;
  /** As it is written. */
  specifier: string;
  /** The file in this repository, or the package's name. */
  target: string;
  isPackage: boolean;
  /** `import * as z`. */
  isNamespace: boolean;
}

function resolve(from: string, specifier: string): Pick<Import, 'target' | 'isPackage'> {
  if (specifier.startsWith('.')) {
    return { target: posix.join(posix.dirname(from), specifier.split('?')[0] ?? ''), isPackage: false };
  }
  if (specifier === '#core') return { target: 'core/index.ts', isPackage: false };
  if (specifier.startsWith('#core/')) return { target: specifier.slice(1), isPackage: false };
  const [first = '', second = ''] = specifier.split('/');
  return { target: first.startsWith('@') ? `${first}/${second}` : first, isPackage: true };
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  if (ts.isCallExpression(node)) {
    const { expression, arguments: args } = node;
    const isImport = expression.kind === ts.SyntaxKind.ImportKeyword;
    const isRequire = ts.isIdentifier(expression) && expression.text === 'require';
    if (isImport || isRequire) return args[0];
  }
  return undefined;
}

/** Every import, re-export, import type, dynamic import and require of a file. */
export function importsOf({ path, tree }: Source): Import[] {
  const found: Import[] = [];
  for (const node of nodesOf(tree)) {
    const literal = specifierOf(node);
    if (!literal || !ts.isStringLiteralLike(literal)) continue;
    const bindings = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : undefined;
    found.push({
      node,
      specifier: literal.text,
      ...resolve(path, literal.text),
      isNamespace: bindings !== undefined && ts.isNamespaceImport(bindings),
    });
  }
  return found;
}

/** The room that a path is in. */
export function roomOf(path: string): string {
  return path.split('/')[0] ?? '';
}
