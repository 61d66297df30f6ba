/** Files that import each other can only be read, moved and tested together. */
import { expect, test } from 'vitest';
import { importsOf } from './imports.ts';
import { type Finding, SOURCES, type Source, sourceOf } from './source.ts';

/** Every group of files that reach one another by their imports, types among them. */
function circles(sources: readonly Source[]): Finding[] {
  const own = new Set(sources.map(({ path }) => path));
  const targets = new Map(
    sources.map((source) => [
      source.path,
      importsOf(source).flatMap(({ target }) => (own.has(target) ? [target] : [])),
    ]),
  );
  const reached = new Map([...own].map((path) => [path, reachedFrom(path, targets)]));
  const told = new Set<string>();
  const found: Finding[] = [];
  for (const path of own) {
    if (told.has(path) || !reached.get(path)!.has(path)) continue;
    const group = [...reached.get(path)!].filter((other) => reached.get(other)!.has(path)).sort();
    for (const one of group) told.add(one);
    found.push(`${group.join(', ')} import each other: move what they share into a file of its own.`);
  }
  return found;
}

function reachedFrom(start: string, targets: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const next = [...(targets.get(start) ?? [])];
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    next.push(...(targets.get(path) ?? []));
  }
  return reached;
}

test('no file imports, by whatever way round, itself', () => {
  expect(circles(SOURCES)).toEqual([]);
});

test('the rule can fail', () => {
  const sources = [
    sourceOf('core/a.ts', "import { b } from './b.ts';"),
    sourceOf('core/b.ts', "import type { C } from './c.ts';"),
    sourceOf('core/c.ts', "export type { A } from './a.ts';"),
    sourceOf('core/d.ts', "import { a } from './a.ts';"),
  ];
  expect(circles(sources)).toEqual([
    'core/a.ts, core/b.ts, core/c.ts import each other: move what they share into a file of its own.',
  ]);
});
