/** What the columns of a table or grid are called, in the words that ticket pages use. */
import { LABELS, type Label, wordKey } from '../readers/words/index.ts';

export interface Column {
  labels: ReadonlySet<Label>;
  /** Its heading, as the page shows it. */
  shown: string;
  /** A date that lies ahead by its nature: it says nothing of what has happened. */
  isAhead: boolean;
}

const NONE: ReadonlySet<Label> = new Set();
const CELL = '[role=gridcell],[role=cell],[role=rowheader]';
const AHEAD = /due|deadline|fällig|frist|venc|límite|scad|마감|기한|到期|截止|期限/iu;

/** The cells of a row, in order; empty where the row is no row of a table or grid. */
export function cellsOf(row: Element): Element[] {
  const inner =
    row.localName === 'tr' || row.matches('[role=row]') ? row : row.querySelector('tr,[role=row]');
  const cells: Element[] = [];
  // By hand: a long list has its page wait for each of its cells.
  for (let cell = inner?.firstElementChild; cell; cell = cell.nextElementSibling)
    if (cell.localName === 'td' || cell.localName === 'th' || cell.matches(CELL)) cells.push(cell);
  return cells;
}

/** The columns of the table or grid that a row stands in, in the order of its cells. */
export function columnsOf(row: Element): Column[] {
  const inner = row.matches('tr,[role=row]') ? row : row.querySelector('tr,[role=row]');
  const table = inner?.closest('table,[role=grid],[role=treegrid],[role=table]');
  if (!table) return [];
  const head = table.querySelector('thead');
  // A long table is not looked through for what stands at its top.
  const heads = [
    ...(head ?? table).querySelectorAll(head ? 'th,td,[role=columnheader]' : '[role=columnheader]'),
  ];
  const named = heads.length > 0 ? heads : [...(table.querySelector('tr')?.querySelectorAll('th') ?? [])];
  return named.flatMap((head) => {
    const column = columnOf(head);
    const span = Number(head.getAttribute('colspan') ?? 1);
    return Array.from({ length: Math.min(Math.max(1, span || 1), 20) }, () => column);
  });
}

function columnOf(head: Element): Column {
  const shown =
    (head.textContent ?? '').replace(/\s+/g, ' ').trim() || (head.getAttribute('aria-label') ?? '');
  return { labels: LABELS.get(wordKey(shown)) ?? NONE, shown, isAhead: AHEAD.test(shown) };
}
