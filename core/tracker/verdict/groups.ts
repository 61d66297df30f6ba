/** Entries by the place of what they belong to. */
export function push<T>(groups: Map<number, T[]>, key: number, entry: T): void {
  const group = groups.get(key);
  if (group) group.push(entry);
  else groups.set(key, [entry]);
}
