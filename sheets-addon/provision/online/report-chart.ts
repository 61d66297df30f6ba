/** A chart of a page as Google's own kind: bars upright or lying, with a line over them. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { ChartSeries, Page, PageChart } from '#core/report/index.ts';
import { steadyId } from '#core/tracker/index.ts';
import { colour, grid } from './cells.ts';
import type { Request } from './change.ts';

export interface ChartPlace {
  sheetId: number;
  /** Rows above the page. */
  above: number;
  /** In pixels. */
  width: number;
  rowHeight: number;
}

export const chartId = (number: number) => steadyId(`report chart ${number}`);

export function chartRequest(page: Page, chart: PageChart, number: number, place: ChartPlace): Request {
  const { atRow, rows, series, title, direction, valueTitle } = chart;
  const isLying = direction === 'lying';
  const source = (column: number) => ({ sourceRange: { sources: sourcesOf(page, chart, column, place) } });
  const valueAxis = isLying ? 'BOTTOM_AXIS' : 'LEFT_AXIS';
  return {
    addChart: {
      chart: {
        chartId: chartId(number),
        spec: {
          title,
          basicChart: {
            chartType: isLying ? 'BAR' : 'COMBO',
            legendPosition: series.length > 1 ? 'BOTTOM_LEGEND' : 'NO_LEGEND',
            headerCount: 1,
            axis: [{ position: valueAxis, title: valueTitle, viewWindowOptions: { viewWindowMin: 0 } }],
            domains: [{ domain: source(chart.categoryColumn) }],
            series: series.map((one) => ({
              series: source(one.column),
              targetAxis: valueAxis,
              colorStyle: colour(one.colour),
              ...(isLying ? {} : { type: typeOf(one) }),
            })),
          },
        },
        position: {
          overlayPosition: {
            anchorCell: { sheetId: place.sheetId, rowIndex: place.above + atRow, columnIndex: 0 },
            widthPixels: place.width,
            heightPixels: rows * place.rowHeight,
          },
        },
      },
    },
  };
}

const typeOf = ({ kind }: ChartSeries) => (kind === 'bars' ? 'COLUMN' : 'LINE');

/** The words that head the column, which name it in the legend, and its rows; the heads may stand further up. */
function sourcesOf(
  { rows }: Page,
  { firstRow, untilRow }: PageChart,
  column: number,
  { sheetId, above }: ChartPlace,
): sheets_v4.Schema$GridRange[] {
  const heads = rows
    .slice(0, firstRow)
    .findLastIndex(({ cells }) => cells.some((cell) => cell.column === column && cell.look === 'header'));
  return [
    grid(sheetId, above + heads, column, 1, 1),
    grid(sheetId, above + firstRow, column, untilRow - firstRow, 1),
  ];
}
