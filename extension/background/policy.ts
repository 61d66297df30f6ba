/** What the organisation has set in the browser's managed policy; what it sets, its users do not change. */
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { LANGUAGES, type Language } from '#core/language/index.ts';
import { siteTyped } from '../platform/sites.ts';

export interface Policy {
  /** Text of a directory document. */
  directory: string | null;
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
  return {
    directory: read('directory'),
    language: read('language'),
    sites: sites.flatMap(({ site }) => site ?? []),
    welcome: read('welcome') ?? true,
    unusable,
  };
}

async function managed(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    // Firefox refuses where nobody has set anything.
    return {};
  }
}
