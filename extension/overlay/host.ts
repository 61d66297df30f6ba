/** The one element that Dueline adds to a page: a closed shadow root outside of everything the page renders. */
import { type ComponentChild, render } from 'preact';
import parts from '../ui/parts.css?inline';
import tokens from '../ui/tokens.css?inline';
import styles from './overlay.css?inline';

const HOST_NAME = 'dueline-overlay';

export interface Host {
  element: HTMLElement;
  draw: (view: ComponentChild) => void;
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
    document.documentElement.append(element);
  };
  window.addEventListener('load', attach, { signal });
  return {
    element,
    draw: (view) => {
      render(view, container);
      wanted = true;
      attach();
    },
    detach: () => {
      wanted = false;
      element.remove();
    },
    remove: () => {
      wanted = false;
      render(null, container);
      element.remove();
    },
  };
}

function addStyles(document: Document, root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox lets no content script adopt a sheet; it exempts a content script's <style> from the page's CSP.
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}
