/** Items that hold their kind, whatever the profile's disk has made of them. */

/**
 * What is stored, or its fallback where what is stored is not even of its kind: a profile can be damaged, and a list
 * that is none must not keep everything else from working.
 */
export function sound<T>(value: unknown, fallback: T, nullable: readonly (keyof T & string)[] = []): T {
  if (kindOf(value) !== kindOf(fallback)) return fallback;
  if (kindOf(fallback) !== 'object') return value as T;
  const own = value as Record<string, unknown>;
  const isFree = (key: string) => own[key] === null && (nullable as readonly string[]).includes(key);
  const wrong = Object.entries(fallback as object).filter(
    ([key, part]) => part !== null && !isFree(key) && kindOf(own[key]) !== kindOf(part),
  );
  return (wrong.length === 0 ? value : { ...own, ...Object.fromEntries(wrong) }) as T;
}

const kindOf = (value: unknown) => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);

/** An item whose value is of its fallback's kind; `nullable`: parts that may as well be `null`. */
export function soundly<T, I extends { fallback: T; getValue(): Promise<T> }>(
  item: I,
  nullable: readonly (keyof T & string)[] = [],
): I {
  return { ...item, getValue: async () => sound(await item.getValue(), item.fallback, nullable) };
}
