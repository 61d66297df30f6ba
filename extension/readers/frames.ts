/** The frame that holds a page's content, where it is of the page's own origin. */

/** A frame that fills less of the window than this is an editor, a message's body, an advertisement. */
const LEAST_SHARE = 0.3;

export interface Frame {
  document: Document;
  url: URL;
}

/** The largest frame of the same origin, if it is most of what the page shows. */
export function frameIn(document: Document, url: URL): Frame | null {
  const { clientWidth, clientHeight } = document.documentElement;
  const least = clientWidth * clientHeight * LEAST_SHARE;
  let best: Frame | null = null;
  let most = least;
  for (const element of document.querySelectorAll<HTMLIFrameElement>('iframe,frame')) {
    const size = element.clientWidth * element.clientHeight;
    const inner = size > most ? element.contentDocument : null;
    if (!inner?.body || !URL.canParse(inner.URL)) continue;
    const address = new URL(inner.URL);
    // A frame without an address of its own is a part of its page.
    best = { document: inner, url: address.origin === url.origin ? address : url };
    most = size;
  }
  return best;
}
