/** Requests that a page on a tab of its own needs: merged cells, heights, charts. */
import type { sheets_v4 as sheets } from 'googleapis/build/src/apis/sheets/v4.js';
import { keepOnly } from './book.ts';
import { refuse } from './refused.ts';
import type { Handlers } from './requests.ts';
import type { Rect } from './sheet.ts';

export const PAGE_REQUESTS: Handlers = {
  mergeCells: (book, { range, mergeType }) => {
    if (!mergeType) refuse('A merge needs its type');
    const sheet = book.sheet(range?.sheetId);
    const rect = sheet.rect(range ?? {});
    if (sheet.merges.some((other) => overlap(sheet.rect(other), rect))) {
      refuse('You must select all cells in a merged range to merge or unmerge them.');
    }
    sheet.merges.push(structuredClone(range!));
    return undefined;
  },
  unmergeCells: (book, { range }) => {
    const sheet = book.sheet(range?.sheetId);
    const rect = sheet.rect(range ?? {});
    keepOnly(sheet.merges, (other) => !overlap(sheet.rect(other), rect));
    return undefined;
  },
  addChart: (book, { chart }) => {
    const place = chart?.position?.overlayPosition?.anchorCell;
    if (!place || !chart.spec) return refuse('A chart needs its place and what it shows');
    const sheet = book.sheet(place.sheetId);
    if (
      chart.chartId &&
      book.sheets.some(({ charts }) => charts.some((one) => one.chartId === chart.chartId))
    ) {
      refuse(`Invalid chart: an object with id ${chart.chartId} already exists`);
    }
    const own = { chartId: book.newId(), ...structuredClone(chart) };
    for (const source of rangesIn(own.spec)) {
      const { top, bottom, left, right } = book.sheet(source.sheetId).rect(source);
      if (bottom - top > 1 && right - left > 1) refuse('A source of a chart is one row or one column');
    }
    sheet.charts.push(own);
    return { addChart: { chart: own } };
  },
  deleteEmbeddedObject: (book, { objectId }) => {
    const sheet = book.sheets.find(({ charts }) => charts.some(({ chartId }) => chartId === objectId));
    if (!sheet) return refuse(`No embedded object with id: ${objectId}`);
    keepOnly(sheet.charts, ({ chartId }) => chartId !== objectId);
    return undefined;
  },
};

function overlap(a: Rect, b: Rect): boolean {
  return a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right;
}

/** Every range that a chart's figures come from. */
export function rangesIn(spec: sheets.Schema$ChartSpec | undefined): sheets.Schema$GridRange[] {
  const { domains = [], series = [] } = spec?.basicChart ?? {};
  return [...domains.map(({ domain }) => domain), ...series.map((one) => one.series)].flatMap(
    (data) => data?.sourceRange?.sources ?? [],
  );
}
