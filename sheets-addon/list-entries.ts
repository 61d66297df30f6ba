/** What a dropdown may offer of texts that people wrote: Google reads an entry as if it were typed into a cell. */
export function listEntries(texts: readonly string[]): string[] {
  return texts.filter((text) => !/^\s*[=+]/.test(text));
}
