/** What the organisation has set in the browser's managed policy; what it sets, its users do not change. */
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { readDirectory } from '#core/engagement/directory.ts';
import type { Directory } from '#core/engagement/directory-schema.ts';
import { DIRECTORY_FORMAT, DIRECTORY_VERSION } from '#core/engagement/format.ts';
import { LANGUAGES, type Language } from '#core/language/index.ts';
import type { Client } from '../platform/sheets/sign-in.ts';
import { siteTyped } from '../platform/sites.ts';

/** What users do not change even where no value is given for it. */
const LOCKS = ['directory', 'rulebook', 'sites'] as const;

export interface Policy {
  /** Text of a directory document. */
  directory: string | null;
  /** In the place of any directory's own. */
  rulebook: Directory['rulebook'] | null;
  /** The organisation's registration at Google. */
  googleClient: Client | null;
  locks: (typeof LOCKS)[number][];
  language: Language | null;
  /** As permissions know them. */
  sites: string[];
  /** Whether the first page opens by itself. */
  welcome: boolean;
  /** Names of values that cannot be used. */
  unusable: string[];
}

const VALUES = {
  directory: z.string(),
  rulebook: z.string(),
  googleClient: z.object({
    id: z.string().check(z.minLength(1)),
    secret: z.optional(z.string()),
  }),
  locks: z.array(z.string()),
  language: z.enum(LANGUAGES),
  sites: z.array(z.string()),
  welcome: z.boolean(),
};

export async function policy(): Promise<Policy> {
  return readPolicy(await managed());
}

/** Each value for itself: one that is wrong is named, and the others hold. */
export function readPolicy(values: Record<string, unknown>): Policy {
  const unusable: string[] = [];
  const read = <K extends keyof typeof VALUES>(name: K): z.infer<(typeof VALUES)[K]> | null => {
    if (values[name] === undefined) return null;
    const parsed = VALUES[name].safeParse(values[name]);
    if (!parsed.success) unusable.push(name);
    return parsed.success ? (parsed.data as z.infer<(typeof VALUES)[K]>) : null;
  };
  const sites = (read('sites') ?? []).map((typed) => ({ typed, site: siteTyped(typed) }));
  unusable.push(...sites.filter(({ site }) => site === null).map(({ typed }) => `sites: ${typed}`));
  const locks = read('locks') ?? [];
  unusable.push(...locks.filter((name) => !isLock(name)).map((name) => `locks: ${name}`));
  const client = read('googleClient');
  return {
    directory: read('directory'),
    rulebook: rulebookIn(read('rulebook'), unusable),
    googleClient: client && { id: client.id, secret: client.secret ?? null },
    locks: locks.filter(isLock),
    language: read('language'),
    sites: sites.flatMap(({ site }) => site ?? []),
    welcome: read('welcome') ?? true,
    unusable,
  };
}

/** What users may not change: what has a value, and what is locked by name. */
export function managedParts({ directory, rulebook, googleClient, language, locks, sites }: Policy) {
  const isDirectory = directory !== null || locks.includes('directory');
  return {
    directory: isDirectory,
    // The managed directory brings a rulebook of its own.
    rulebook: rulebook !== null || directory !== null || locks.includes('rulebook'),
    googleClient: googleClient !== null,
    language: language !== null,
    /** The only sites that may be switched on; `null`: any. */
    onlySites: locks.includes('sites') ? sites : null,
  };
}

const isLock = (name: string): name is Policy['locks'][number] => (LOCKS as readonly string[]).includes(name);

/** Read as a directory's own would be. */
function rulebookIn(text: string | null, unusable: string[]): Policy['rulebook'] {
  if (text === null) return null;
  const { directory } = readDirectory(wholeWith(text));
  if (directory === null) unusable.push('rulebook');
  return directory?.rulebook ?? null;
}

function wholeWith(text: string): string {
  const nothing = { calendars: [], managers: [], customers: [], engagements: [] };
  try {
    const rulebook: unknown = JSON.parse(text);
    return JSON.stringify({ format: DIRECTORY_FORMAT, version: DIRECTORY_VERSION, rulebook, ...nothing });
  } catch {
    // The check of a directory names what is no JSON.
    return text;
  }
}

async function managed(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    // Firefox refuses where nobody has set anything.
    return {};
  }
}
