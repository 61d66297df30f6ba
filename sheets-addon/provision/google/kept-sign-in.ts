/** The sign-in that is kept between two commands: a file that only its owner can read. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';

const keptSchema = z.object({
  clientId: z.string(),
  clientSecret: z.optional(z.string()),
  refreshToken: z.string(),
  scopes: z.array(z.string()),
});
export type KeptSignIn = z.infer<typeof keptSchema>;

/** In the folder where programs of this user keep their settings. */
export function signInFile(configFolder: string): string {
  return join(configFolder, 'dueline', 'google-sign-in.json');
}

export function readSignIn(file: string): KeptSignIn | null {
  if (!existsSync(file)) return null;
  const reading = z.safeParse(keptSchema, parsed(readFileSync(file, 'utf8')));
  // A file that cannot be read is as good as none: the way out is the same, to sign in again.
  return reading.success ? reading.data : null;
}

export function keepSignIn(file: string, kept: KeptSignIn): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // The mode counts for a new file only: whatever was there, and whoever might read it, goes first.
  rmSync(file, { force: true });
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
}

export function forgetSignIn(file: string): void {
  rmSync(file, { force: true });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
