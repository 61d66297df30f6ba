/** The docstrings of core's exported functions, and the examples in them as code to run. */
import { readdirSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const CORE = fileURLToPath(new URL('../../../core/', import.meta.url));

export interface Documented {
  /** Path inside core, `time/due-at.ts`. */
  file: string;
  name: string;
  text: string;
  /** The bodies of its `@example` tags. */
  examples: string[];
}

/** Every function that a file of core exports, and every public method of an exported class. */
export function exportedFunctions(): Documented[] {
  return readdirSync(CORE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .flatMap((file) => functionsOf(file.split(sep).join('/')));
}

function functionsOf(file: string): Documented[] {
  const source = ts.createSourceFile(file, readFileSync(CORE + file, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement): Documented[] => {
    if (!has(statement, ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isFunctionDeclaration(statement) && statement.name) {
      return [documented(file, statement.name.text, statement)];
    }
    if (!ts.isClassDeclaration(statement)) return [];
    return statement.members.flatMap((member) =>
      ts.isMethodDeclaration(member) &&
      ts.isIdentifier(member.name) &&
      !has(member, ts.SyntaxKind.PrivateKeyword)
        ? [documented(file, `${statement.name?.text}.${member.name.text}`, member)]
        : [],
    );
  });
}

function has(node: ts.Node, modifier: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === modifier);
}

function documented(file: string, name: string, node: ts.Node): Documented {
  const docs = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return {
    file,
    name,
    text: docs.map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? '').join('\n'),
    examples: docs
      .flatMap((doc) => doc.tags ?? [])
      .filter((tag) => tag.tagName.text === 'example')
      .map((tag) => ts.getTextOfJSDocComment(tag.comment) ?? ''),
  };
}

export interface ExampleLine {
  code: string;
  /** What stands behind ` // `; `null` for a line that only prepares. */
  result: string | null;
}

/** Statements as they are; expressions end with ` // ` and what they give. */
export function linesOf(example: string): ExampleLine[] {
  const lines: ExampleLine[] = [];
  let code = '';
  for (const line of example.split('\n')) {
    const mark = line.lastIndexOf(' // ');
    code += `${mark < 0 ? line : line.slice(0, mark)}\n`;
    if (mark >= 0) lines.push({ code: code.trim(), result: line.slice(mark + 4).trim() });
    else if (line.trimEnd().endsWith(';')) lines.push({ code: code.trim(), result: null });
    else continue;
    code = '';
  }
  if (code.trim()) throw new Error(`example ends without a result: ${code.trim()}`);
  return lines;
}

/** A line that was run: what it gave beside what it says. */
export interface ExampleResult {
  code: string;
  got: unknown;
  said: unknown;
}

const AsyncFunction = (async () => {}).constructor as FunctionConstructor;

/** Runs the lines in order with `names` in scope. */
export async function runExample(example: string, names: Record<string, unknown>): Promise<ExampleResult[]> {
  const body = linesOf(example).map(({ code, result }) =>
    result === null
      ? code
      : `results.push({ code: ${JSON.stringify(code)}, got: (${code}), said: (${result}) });`,
  );
  const script = ts.transpile(`async function example() {${body.join('\n')}}`, {
    target: ts.ScriptTarget.ES2022,
  });
  const results: ExampleResult[] = [];
  const run = AsyncFunction(...Object.keys(names), 'results', `${script}\nawait example();`);
  await run(...Object.values(names), results);
  return results;
}
