/** What a command is given, and how it answers. */
import { existsSync, readFileSync } from 'node:fs';
import type { ParseArgsConfig } from 'node:util';
import type { Language, Translate } from '#core';
import type { SignInAddresses } from '../google/account.ts';
import type { Access } from '../online/remote.ts';
import type { ScriptFile } from '../online/script.ts';

/** The world around a command: passed in, so that a test can be the world. */
export interface Edge {
  nowMs: number;
  /** What the user's machine speaks; `--language` goes before it. */
  languages: readonly string[];
  /** Where programs keep their settings. */
  configFolder: string;
  keyFile?: string | undefined;
  out(line: string): void;
  /** For progress and for what went wrong. */
  note(line: string): void;
  pause(ms: number): Promise<void>;
  random(): number;
  /** A name that no other run has. */
  runName(): string;
  /** Shows an address to the user, in their browser where that can be opened. */
  openAddress(url: string): void;
  builtAddOn(): Promise<ScriptFile[]>;
  /** In place of Google's own addresses. */
  rootUrl?: string | undefined;
  signInAddresses?: SignInAddresses | undefined;
  timeoutMs: number;
}

export type Values = Readonly<Record<string, string | boolean | undefined>>;

export interface Call {
  edge: Edge;
  values: Values;
  positionals: readonly string[];
  language: Language;
  translate: Translate;
  /** Asks Google in the user's name. */
  access(scopes?: readonly string[]): Access;
}

export interface Command {
  options: NonNullable<ParseArgsConfig['options']>;
  /** How many words it takes beside its options; `some`: one or more. */
  words: number | 'some';
  /** Gives the exit code. */
  run(call: Call): Promise<number>;
}

/** Something that the user can mend, said in whole sentences; nothing was done. */
export class Complaint extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

export function text(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** The id in a spreadsheet's or script's address, or the id itself. */
export function idIn(address: string): string {
  return /\/(?:d|projects)\/([\w-]+)/.exec(address)?.[1] ?? address;
}

/** A file that the user named. */
export function fileText(path: string, translate: Translate): string {
  if (!existsSync(path)) throw new Complaint([translate('provision.file-missing', { path })]);
  return readFileSync(path, 'utf8');
}
