/**
 * Which rows are in view. The browser looks at each element that it watches in every frame, so of a long list it is
 * given those around the ones in view alone, and all of a list of which none is.
 */
import { rowsBetween } from './rows-between.ts';

export interface InView {
  /** Rows in view, in no order. */
  readonly rows: ReadonlySet<Element>;
  /** Watches these rows from now on, in the page's order, and no others. */
  follow(rows: readonly Element[]): void;
}

/** Watched before the first row in view and after the last: a leap beyond them is seen a frame later. */
const AROUND = 60;

/** The rows of one parent, which come into view one after the other. */
interface List {
  rows: Element[];
  watched: Set<Element>;
}

const around = (rows: readonly Element[], first: number, last: number) =>
  new Set(rows.slice(Math.max(0, first - AROUND), last + AROUND + 1));

export function watchInView(window: Window, changed: () => void, signal: AbortSignal): InView {
  const inView = new Set<Element>();
  let lists = new Map<Element | null, List>();

  const observer = new IntersectionObserver((entries) => {
    const touched = new Set<List>();
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) inView.add(target);
      else inView.delete(target);
      const list = lists.get(target.parentElement);
      if (list) touched.add(list);
    }
    for (const list of touched) watchAround(list);
    changed();
  });
  signal.addEventListener('abort', () => observer.disconnect());

  const watchAround = (list: List) => {
    const { rows, watched } = list;
    const first = rows.findIndex((row) => inView.has(row));
    const last = rows.findLastIndex((row) => inView.has(row));
    // Enough is watched still: a list that is scrolled slowly changes with every row.
    const isEnough =
      first >= 0 &&
      watched.size < rows.length &&
      watched.has(rows[Math.max(0, first - AROUND / 2)]!) &&
      watched.has(rows[Math.min(rows.length - 1, last + AROUND / 2)]!);
    if (isEnough) return;
    // What may clip a list, the browser alone knows: where it sees none of those that should be there, it looks at all.
    if (first >= 0) watch(list, around(rows, first, last));
    else watch(list, new Set(watched.size > 0 ? rows : likely(rows)));
  };
  const likely = (rows: readonly Element[]) => {
    const between = rowsBetween(rows, 0, window.innerHeight);
    return between ? around(rows, ...between) : rows;
  };
  const watch = (list: List, wanted: Set<Element>) => {
    for (const row of list.watched) if (!wanted.has(row)) observer.unobserve(row);
    for (const row of wanted) if (!list.watched.has(row)) observer.observe(row);
    list.watched = wanted;
  };
  return {
    rows: inView,
    follow: (rows) => {
      const before = lists;
      lists = new Map();
      for (const row of rows) {
        const parent = row.parentElement;
        const list = lists.get(parent) ?? { rows: [], watched: before.get(parent)?.watched ?? new Set() };
        list.rows.push(row);
        lists.set(parent, list);
      }
      const wanted = new Set(rows);
      for (const row of inView) if (!wanted.has(row)) inView.delete(row);
      for (const [parent, { watched }] of before)
        if (!lists.has(parent)) for (const row of watched) observer.unobserve(row);
      for (const list of lists.values()) watchAround(list);
    },
  };
}
