/** The one element that Dueline adds to a page: a closed shadow root outside of everything the page renders. */
import { type ComponentChild, render } from 'preact';
import parts from '../ui/parts.css?inline';
import tokens from '../ui/tokens.css?inline';
import styles from './overlay.css?inline';
import { NARROW_PX } from './placement.ts';
import { attachTo, withdraw } from './withdrawn.ts';

const HOST_NAME = 'dueline-overlay';

export interface Host {
  element: HTMLElement;
  draw: (view: ComponentChild) => void;
  /** Adds a style sheet to the root. */
  style: (css: string) => void;
  /** Brings the host to its inset of the window; on a narrow one it keeps to the top or the bottom. */
  move: (inset: string, atTop: boolean, veiled: boolean) => void;
  detach: () => void;
  remove: () => void;
}

const KEY_EVENTS = ['keydown', 'keyup', 'keypress'];
/** A page that throws the element out this often is let have its way. */
const MOST_ATTACHMENTS = 100;
/** A page that is still loading after this long will not mind one more element. */
const LOADED_MS = 5000;

/** Makes the host without attaching it. Hosts that an older version left behind are taken away. */
export function makeHost({ document, performance }: Window, signal: AbortSignal): Host {
  for (const left of document.querySelectorAll(HOST_NAME)) left.remove();
  const element = document.createElement(HOST_NAME);
  const root = element.attachShadow({ mode: 'closed' });
  addStyles(document, root, tokens + parts + styles);
  const place = addStyles(document, root, '');
  let placed = '';
  const container = document.createElement('div');
  root.append(container);
  // Typing in the overlay is none of the page's shortcuts; outside of it every key is the page's.
  for (const type of KEY_EVENTS) root.addEventListener(type, (event) => event.stopPropagation());

  let attachments = 0;
  let wanted = false;
  const attach = () => {
    if (!wanted || element.isConnected || attachments >= MOST_ATTACHMENTS) return;
    // A page that was rendered on a server must have come to life first: an element too many breaks that.
    if (document.readyState !== 'complete' && performance.now() < LOADED_MS) return;
    attachments += 1;
    attachTo(document.documentElement, element);
  };
  window.addEventListener('load', attach, { signal });
  return {
    element,
    draw: (view) => {
      render(view, container);
      wanted = true;
      attach();
    },
    style: (css) => {
      addStyles(document, root, css);
    },
    move: (inset, atTop, veiled) => {
      const narrow = atTop ? 'var(--s2) var(--s2) auto' : 'auto var(--s2) var(--s2)';
      const css = `:host{inset:${inset}!important${veiled ? ';visibility:hidden!important' : ''}}@media(max-width:${NARROW_PX}px){:host{inset:${narrow}!important}}`;
      if (css === placed) return;
      placed = css;
      place(css);
    },
    detach: () => {
      wanted = false;
      // What we take away ourselves is not held against the page: a tab may see hundreds of tickets a day.
      attachments = 0;
      withdraw(element);
    },
    remove: () => {
      wanted = false;
      render(null, container);
      withdraw(element);
    },
  };
}

/** Adds a sheet to the root, and gives the way to write it anew. */
function addStyles(document: Document, root: ShadowRoot, css: string): (css: string) => void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return (next) => sheet.replaceSync(next);
  } catch {
    // Firefox lets no content script adopt a sheet; it exempts a content script's <style> from the page's CSP.
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
    return (next) => {
      style.textContent = next;
    };
  }
}
