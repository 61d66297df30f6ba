/** Tells when a page may show something else: navigation of every kind, and changes of its document. */
import type { Steps } from '../readers/reader.ts';
import { isWithdrawn } from './withdrawn.ts';

export interface PageWatchOptions {
  window: Window;
  /**
   * Reads the page again. Called at most once per frame, and less often where reading is slow; a reading that another
   * one overtakes is not finished.
   */
  read: () => Steps<void>;
  /** The address has changed; what was asked about the old one no longer counts. */
  navigated: () => void;
  signal: AbortSignal;
}

const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['class', 'hidden', 'datetime', 'title', 'aria-hidden', 'aria-selected', 'lang'],
};

/** Reading may take this share of the page's time, so that a page in constant change stays quick. */
const READING_SHARE = 0.01;
/** A page that was quiet, or has gone to another address, may have so much reading at once. */
const READING_AT_ONCE_MS = 60;

export interface PageWatch {
  /** A shadow root or a frame's document that was read: changes in it show nowhere else. */
  also: (root: Node) => void;
  /** Reads without waiting for a change or a frame. */
  readNow: () => void;
}

export function watchPage({ window, read, navigated, signal }: PageWatchOptions): PageWatch {
  const { document } = window;
  let address = window.location.href;
  let frame: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** In which the page is read, or read on. */
  let task: number | undefined;
  /** Milliseconds of reading that the page can be asked for at `savedMs`; below zero it rests. */
  let saved = READING_AT_ONCE_MS;
  let savedMs = 0;

  /** Once the frame stands: what the page has drawn in it is read with it, and laid out already. */
  const readDrawn = () => {
    window.clearTimeout(task);
    task = window.setTimeout(readNow);
  };
  const readNow = () => {
    if (signal.aborted) return;
    if (frame !== null) window.cancelAnimationFrame(frame);
    frame = null;
    noticeAddress();
    readOn(read());
  };
  /** One step; the page has its turn before the next. */
  const readOn = (reading: Steps<void>) => {
    window.clearTimeout(task);
    const started = save();
    const { done } = reading.next();
    saved -= window.performance.now() - started;
    if (!done && !signal.aborted) task = window.setTimeout(() => readOn(reading));
  };
  /** Adds what was not read since the last time; gives the time. */
  const save = (): number => {
    const now = window.performance.now();
    saved = Math.min(READING_AT_ONCE_MS, saved + (now - savedMs) * READING_SHARE);
    savedMs = now;
    return now;
  };
  const schedule = () => {
    if (signal.aborted || frame !== null || timer !== undefined) return;
    save();
    if (saved > 0) {
      frame = window.requestAnimationFrame(readDrawn);
      return;
    }
    timer = setTimeout(() => {
      timer = undefined;
      frame = window.requestAnimationFrame(readDrawn);
    }, -saved / READING_SHARE);
  };
  const noticeAddress = () => {
    if (window.location.href === address) return;
    address = window.location.href;
    navigated();
  };
  const onNavigation = () => {
    noticeAddress();
    // A new address is read in the next frame, however slow the last reading was.
    saved = READING_AT_ONCE_MS;
    clearTimeout(timer);
    timer = undefined;
    schedule();
  };

  const observer = new MutationObserver((records) => {
    if (!records.every(isOwn)) schedule();
  });
  const watched = new WeakSet<Node>();
  const also = (root: Node) => {
    if (signal.aborted || watched.has(root)) return;
    watched.add(root);
    observer.observe(root, OBSERVED);
  };
  also(document);
  // What a frame shows, it shows once it has loaded; its events stay in it.
  const onLoad = ({ target }: Event) => {
    if ((target as Partial<HTMLIFrameElement>).contentDocument) schedule();
  };
  document.addEventListener('load', onLoad, { signal, capture: true });
  const navigation = (window as Window & { navigation?: EventTarget }).navigation;
  navigation?.addEventListener('currententrychange', onNavigation, { signal });
  for (const type of ['popstate', 'hashchange', 'pageshow']) {
    window.addEventListener(type, onNavigation, { signal });
  }
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
    window.clearTimeout(task);
    if (frame !== null) window.cancelAnimationFrame(frame);
  });
  schedule();
  return { also, readNow };
}

/** What one of our own elements is attached, or does, is no change of the page; that it was thrown out is one. */
const isOurs = (node: Node) =>
  (node.isConnected || isWithdrawn(node)) && node.nodeName.startsWith('DUELINE-');

function isOwn({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  const changed = [...addedNodes, ...removedNodes];
  return isOurs(target) || (changed.length > 0 && changed.every(isOurs));
}
