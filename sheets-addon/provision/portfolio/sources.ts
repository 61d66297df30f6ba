/** What the user named, as trackers: folders of CSV files, workbooks, directories, spreadsheets at Google. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { isPattern } from './long-sql.ts';

export type SourceKind = 'directory' | 'folder' | 'sheet' | 'workbook';

export interface Source {
  /** As the user named it. */
  name: string;
  kind: SourceKind;
  path: string;
}

const KIND_OF: Readonly<Record<string, SourceKind>> = { '.json': 'directory', '.xlsx': 'workbook' };
/** What every exported tracker has. */
const TELLING = 'engagements.csv';

const addressed = (name: string): Source[] => [{ name, kind: 'sheet', path: name }];

/** Each tracker once; a name that leads nowhere comes back as missing. */
export function sourcesOf(names: readonly string[]): { sources: Source[]; missing: string[] } {
  const missing: string[] = [];
  const found = names.flatMap((name): Source[] => {
    if (name.startsWith('@')) return listed(name.slice(1), missing);
    return sourcesAt(name) ?? unfound(name, missing);
  });
  return { sources: [...new Map(found.map((source) => [source.path, source])).values()], missing };
}

function listed(path: string, missing: string[]): Source[] {
  if (!existsSync(path)) return unfound(path, missing);
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => sourcesAt(line) ?? unfound(line, missing));
}

function unfound(name: string, missing: string[]): [] {
  missing.push(name);
  return [];
}

function sourcesAt(name: string): Source[] | null {
  if (/^https:\/\//.test(name)) return addressed(name);
  if (!existsSync(name)) return null;
  if (!statSync(name).isDirectory()) return fileAt(name) ?? null;
  if (existsSync(join(name, TELLING))) return [{ name, kind: 'folder', path: name }];
  const inside = readdirSync(name)
    .sort()
    .flatMap((entry) => {
      const path = join(name, entry);
      if (existsSync(join(path, TELLING))) return [{ name: path, kind: 'folder' as const, path }];
      return fileAt(path) ?? [];
    });
  return inside.length > 0 ? inside : null;
}

function fileAt(path: string): Source[] | undefined {
  const kind = KIND_OF[extname(path).toLowerCase()];
  return kind && [{ name: path, kind, path }];
}

/** Sizes and times of a source's files; a spreadsheet's is Google's to tell. */
export function versionOf({ kind, path }: Source): string {
  const files =
    kind === 'folder'
      ? readdirSync(path)
          .sort()
          .map((name) => join(path, name))
      : [path];
  return files
    .map((file) => {
      const { size, mtimeMs } = statSync(file);
      return `${size}@${mtimeMs}`;
    })
    .join(' ');
}

/** A folder can be read as it lies, unless its name would mean others too. */
export const liesReady = ({ kind, path }: Source) => kind === 'folder' && !isPattern(path);
