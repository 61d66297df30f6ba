/** The one element of a list's badges: a closed shadow root over the page, with the dock in its corner. */
import { render } from 'preact';
import { attachTo, withdraw } from '../overlay/withdrawn.ts';
import parts from '../ui/parts.css?inline';
import { addShadowStyles } from '../ui/shadow-styles.ts';
import tokens from '../ui/tokens.css?inline';
import styles from './lists.css?inline';

export interface Layer {
  badges: HTMLElement;
  dock: HTMLElement;
  attach: () => void;
  detach: () => void;
}

const HOST_NAME = 'dueline-list';
const KEY_EVENTS = ['keydown', 'keyup', 'keypress'];
/** A page that throws the element out this often is let have its way. */
const MOST_ATTACHMENTS = 100;

/** Makes the layer without attaching it. What an older version left behind is taken away. */
export function makeLayer(document: Document, signal: AbortSignal): Layer {
  for (const left of document.querySelectorAll(HOST_NAME)) left.remove();
  const element = document.createElement(HOST_NAME);
  const root = element.attachShadow({ mode: 'closed' });
  addShadowStyles(document, root, tokens + parts + styles);
  const badges = document.createElement('div');
  badges.className = 'badges';
  // The dock says the same in words and in order.
  badges.setAttribute('aria-hidden', 'true');
  const dock = document.createElement('div');
  root.append(badges, dock);
  for (const type of KEY_EVENTS) root.addEventListener(type, (event) => event.stopPropagation());
  signal.addEventListener('abort', () => {
    render(null, dock);
    withdraw(element);
  });
  let attachments = 0;
  return {
    badges,
    dock,
    attach: () => {
      if (element.isConnected || attachments >= MOST_ATTACHMENTS) return;
      attachments += 1;
      attachTo(document.documentElement, element);
    },
    detach: () => {
      // What we take away ourselves is not held against the page.
      attachments = 0;
      withdraw(element);
    },
  };
}
