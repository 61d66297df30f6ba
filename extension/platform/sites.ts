/** Sites as permissions know them: scheme and host, every port and path. */

/** `https://desk.example` of a page's address; `null` for pages that no extension may read. */
export function siteOf(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? `${protocol}//${hostname}` : null;
}

/** The match pattern that switches a site on. */
export function patternOf(site: string): string {
  return `${site}/*`;
}

/** The site of a granted pattern; `null` for those that are none of ours to show (`<all_urls>`, `file:`). */
export function siteOfPattern(pattern: string): string | null {
  return pattern.endsWith('/*') ? siteOf(pattern.slice(0, -2).replace('*://', 'https://')) : null;
}

/** A site from what people type: "desk.example", "https://desk.example/tickets/1". */
export function siteTyped(text: string): string | null {
  const trimmed = text.trim();
  const site = siteOf(/^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  return site !== null && /^https?:\/\/[^/\s*%]+$/.test(site) ? site : null;
}
