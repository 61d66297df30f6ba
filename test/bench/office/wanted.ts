/** What core says of each cell of a workbook: the words of the statuses, and the grounds of what is highlighted. */
import {
  describedPosition,
  firstRowOf,
  paintOf,
  sayStatus,
  type TrackerRows,
  type Workbook,
  wordsOf,
} from '#core/tracker/index.ts';
import { coreStatuses } from '../../sheets-addon/support/compare.ts';
import { plainGround } from '../../sheets-addon/support/paint.ts';

export interface WantedCell {
  text?: string;
  /** `null`: none. */
  ground?: string | null;
  isHighlighted?: boolean;
}

/** By `sheet row column`, from 0. */
export function wantedCells(workbook: Workbook, rows: TrackerRows): Map<string, WantedCell> {
  const statuses = coreStatuses(rows, 'en');
  const words = wordsOf('en');
  const wanted = new Map<string, WantedCell>();
  for (const [sheet, tab] of workbook.tabs.entries()) {
    const want = (column: string, place: number, cell: WantedCell) => {
      const key = `${sheet} ${firstRowOf(tab) - 1 + place} ${describedPosition(tab, column)}`;
      wanted.set(key, { ...wanted.get(key), ...cell });
    };
    for (const { id } of tab.columns) {
      for (const [place, status] of (statuses.get(`${tab.id}.${id}`) ?? []).entries()) {
        want(id, place, { text: sayStatus(status, words) });
      }
      const own = tab.highlights.filter(({ columns }) => columns.includes(id));
      const levels = statuses.get(`${tab.id}.${own[0]?.levelColumn.replace(/Level$/, '')}`) ?? [];
      for (const [place, { level }] of levels.entries()) {
        const found = own.find((highlight) => highlight.level === level);
        const ground = found ? paintOf(found).ground : plainGround(tab, id);
        want(id, place, { ground, isHighlighted: found !== undefined });
      }
    }
  }
  return wanted;
}
