/** The kind of address that a mapping holds for: the same page for every ticket, and no other page. */
import { urlId } from '../readers/generic/ticket-id.ts';

const KEY = /\b[A-Z][A-Z0-9]+-\d+\b/g;

/** `/scp/tickets.php?id=#`; parameters without a number say how a page is shown, not which page it is. */
export function addressShape(address: string): string {
  const url = new URL(address);
  return shapeOf(url, urlId(url)?.id);
}

export function shapeOf(url: URL, id: string | undefined): string {
  const numberless = (text: string) =>
    text
      .replace(KEY, '#')
      .replaceAll(id ?? '#', '#')
      .replace(/\d+/g, '#');
  const parameters = [...url.searchParams]
    .map(([name, value]) => [name, numberless(value)] as const)
    .filter(([, value]) => value === '#')
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  const route = url.hash.includes('/') ? numberless(url.hash) : '';
  const query = parameters.length > 0 ? `?${parameters.join('&')}` : '';
  return `${numberless(url.pathname)}${query}${route}`.slice(0, 500);
}
