/** The project's own sources, parsed once, and what a house rule is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { filesBelow, ROOT } from '../support/walk.ts';

export interface Source {
  /** From the repository's root, with forward slashes. */
  path: string;
  text: string;
  tree: ts.SourceFile;
}

/** One breach of a rule: where, and what to do about it. */
export type Finding = string;

/** What a file does wrong; the findings tell the fix. */
export type Rule = (source: Source) => Finding[];

export function sourceOf(path: string, text: string): Source {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind) };
}

function read(folders: readonly string[]): Source[] {
  return folders
    .flatMap((folder) => filesBelow(folder))
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
    .map((path) => sourceOf(path, readFileSync(join(ROOT, path), 'utf8')));
}

/** What ships: core and the two surfaces. */
export const SOURCES = read(['core', 'extension', 'sheets-addon']);
export const TESTS = read(['test']);

/** A finding at a node: `core/time/x.ts:12 what to do`. */
export function at({ path, tree }: Source, node: ts.Node, fix: string): Finding {
  const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
  return `${path}:${line + 1} ${fix}`;
}

/** Every node of a file, parents before children. */
export function* nodesOf(tree: ts.Node): Generator<ts.Node> {
  yield tree;
  const children: ts.Node[] = [];
  ts.forEachChild(tree, (child) => {
    children.push(child);
  });
  for (const child of children) yield* nodesOf(child);
}

/** All findings of a rule, over many files. */
export function findings(rule: Rule, sources: readonly Source[]): Finding[] {
  return sources.flatMap(rule);
}

/** The findings for a made-up file: a rule that cannot fail proves nothing. */
export function findingsIn(rule: Rule, path: string, text: string): Finding[] {
  return rule(sourceOf(path, text));
}
