/** An id told apart from every other browser's that writes into the same tracker. */
export function newId(atMs: number): string {
  const [random] = crypto.getRandomValues(new Uint32Array(1));
  return `log-${atMs.toString(36)}-${random!.toString(36)}`;
}
