/** Brings a directory document of an earlier version to the present one, a version at a time. */

/** From version n to n + 1, by n. The first version is 1, so none is needed yet. */
export const MIGRATIONS: Readonly<Record<number, Migration>> = {};

export type Migration = (document: Record<string, unknown>) => Record<string, unknown>;

/**
 * The document at version `wanted`. One whose way there is not known comes back as it is: the schema then says
 * what is wrong with its version.
 * @example
 * migrate({ version: 1, a: 1 }, 2, { 1: ({ a, ...rest }) => ({ ...rest, b: a }) }) // { b: 1, version: 2 }
 */
export function migrate(
  document: Record<string, unknown>,
  wanted: number,
  migrations: Readonly<Record<number, Migration>> = MIGRATIONS,
): Record<string, unknown> {
  let current = document;
  for (let version = current.version; typeof version === 'number' && version < wanted; version++) {
    const step = Object.hasOwn(migrations, version) ? migrations[version] : undefined;
    if (!step) return document;
    const { version: _, ...rest } = step(current);
    current = { ...rest, version: version + 1 };
  }
  return current;
}
