/** Takes a command line apart, runs the command, and says what went wrong in words with a way out. */
import { parseArgs } from 'node:util';
import { languageFor, type MessageKey, type Translate, translator } from '#core';
import { keptAccount, PERSON_SCOPES, serviceAccount } from '../google/account.ts';
import { CallFailed } from '../google/failure.ts';
import { readSignIn, signInFile } from '../google/kept-sign-in.ts';
import { withoutSecrets } from '../google/secrets.ts';
import { openServices } from '../google/services.ts';
import { TooLarge } from '../online/cell-room.ts';
import type { Access } from '../online/remote.ts';
import { type Command, Complaint, type Edge, fileText, text, type Values } from './command.ts';
import { plainEdge, plainTranslate } from './plain-lines.ts';

const COMMON = {
  language: { type: 'string' },
  'key-file': { type: 'string' },
} as const;
const SECOND_MS = 1000;
const HELP = ['--help', '-h'];

export async function runCommand(
  commands: Readonly<Record<string, Command>>,
  usage: MessageKey,
  argv: readonly string[],
  machine: Edge,
): Promise<number> {
  const edge = plainEdge(machine);
  const [name = '', ...rest] = argv;
  const language = languageFor([...languageIn(rest), ...edge.languages]);
  const translate = plainTranslate(translator(language));
  const command = Object.hasOwn(commands, name) ? commands[name]! : undefined;
  const asksHelp = name === '' || name === 'help' || argv.some((word) => HELP.includes(word));
  if (!command || asksHelp) {
    edge.note(translate(usage));
    return asksHelp ? 0 : 2;
  }
  try {
    const { values, positionals } = parsed(command, rest, translate, usage);
    const access = (scopes: readonly string[] = PERSON_SCOPES) => accessFor(values, edge, translate, scopes);
    return await command.run({ edge, values, positionals, language, translate, access });
  } catch (error) {
    for (const line of linesOf(error, translate)) edge.note(line);
    return 1;
  }
}

/** The language is needed before the arguments are known to be sound: complaints are in it too. */
function languageIn(args: readonly string[]): string[] {
  const wanted = args.includes('--language') ? args[args.indexOf('--language') + 1] : undefined;
  return wanted ? [wanted] : [];
}

/** What is said of an error; one that is a fault of ours goes up as it is. */
function linesOf(error: unknown, translate: Translate): readonly string[] {
  if (error instanceof Complaint) return error.lines;
  if (error instanceof CallFailed) {
    return [translate(`provision.failed-${error.kind}`, { detail: error.detail })];
  }
  if (error instanceof TooLarge) return [translate('tracker.too-large', { cells: error.cells })];
  if (isOfAFile(error)) return [translate('provision.file-failed', { path: error.path, detail: error.code })];
  throw error;
}

/** A file or a folder that the user named, which is not there, is full, or is somebody else's. */
function isOfAFile(error: unknown): error is { path: string; code: string } {
  return error instanceof Error && 'syscall' in error && 'path' in error && 'code' in error;
}

function parsed(command: Command, args: string[], translate: Translate, usage: MessageKey) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...COMMON, ...command.options },
      allowPositionals: true,
      strict: true,
    });
    const fits = command.words === 'some' ? positionals.length > 0 : positionals.length === command.words;
    if (!fits) throw new Complaint([translate(usage)]);
    return { values: values as Values, positionals };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Complaint([error.message, translate(usage)]);
  }
}

function accessFor(values: Values, edge: Edge, translate: Translate, scopes: readonly string[]): Access {
  const keyFile = text(values, 'key-file') ?? edge.keyFile;
  return {
    services: openServices({
      auth: keyFile === undefined ? keptFor(edge, translate, scopes) : serviceFor(keyFile, translate),
      timeoutMs: edge.timeoutMs,
      rootUrl: edge.rootUrl,
    }),
    patience: {
      pause: edge.pause,
      random: edge.random,
      waiting: (ms, detail) =>
        edge.note(
          translate('provision.waiting', {
            detail: withoutSecrets(detail),
            seconds: Math.round(ms / SECOND_MS),
          }),
        ),
    },
  };
}

function keptFor(edge: Edge, translate: Translate, scopes: readonly string[]) {
  const kept = readSignIn(signInFile(edge.configFolder));
  if (!kept) throw new Complaint([translate('provision.sign-in-missing')]);
  if (scopes.some((scope) => !kept.scopes.includes(scope))) {
    throw new Complaint([translate('provision.sign-in-narrow')]);
  }
  return keptAccount(kept, edge.signInAddresses);
}

function serviceFor(keyFile: string, translate: Translate) {
  const account = serviceAccount(fileText(keyFile, translate));
  if (!account) throw new Complaint([translate('provision.key-file-unreadable', { path: keyFile })]);
  return account;
}
