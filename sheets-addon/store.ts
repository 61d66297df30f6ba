/// <reference types="google-apps-script" />
/** What the add-on remembers with the document, for everyone who works in it: small things, as JSON. */

/** `null` where nothing is remembered, or what is there is not ours to read. */
export function remembered<T>(key: string): T | null {
  const text = PropertiesService.getDocumentProperties().getProperty(key);
  if (text === null) return null;
  try {
    return JSON.parse(text) as T;
  } catch {
    // Somebody else's property, or one that was cut off: as if there were none.
    return null;
  }
}

export function remember(key: string, value: unknown): void {
  PropertiesService.getDocumentProperties().setProperty(key, JSON.stringify(value));
}
