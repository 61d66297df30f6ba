/** What a page is drawn with: grids of formats, merged cells, row heights, charts. */
import { a1, type FakeCell, type FakeSheet } from './fake-sheet.ts';
import type { FakeRange } from './range.ts';
import type { World } from './world.ts';

export interface FakeChart {
  type: string;
  /** Ranges in the order in which they were added, the categories first. */
  ranges: string[];
  options: Record<string, unknown>;
  position: [row: number, column: number];
}

type Grid = unknown[][];

/** The methods of a range that take a grid of its own size. */
export function gridMethods(fake: FakeRange): Record<string, (grid: Grid) => void> {
  const { sheet, row, column, rows, columns } = fake;
  const set = (write: (cell: FakeCell, value: unknown) => void) => (grid: Grid) => {
    if (grid.length !== rows || grid.some((line) => line.length !== columns)) {
      throw new Error(`The grid has ${grid.length} rows, the range ${rows}, or their columns differ`);
    }
    grid.forEach((line, r) => {
      line.forEach((value, c) => {
        write(sheet.at(row + r, column + c), value);
      });
    });
  };
  return {
    setNumberFormats: set((cell, value) => {
      cell.format = String(value);
    }),
    setBackgrounds: set((cell, value) => {
      cell.ground = value === null ? '' : String(value);
    }),
    setFontColors: set((cell, value) => {
      cell.ink = value === null ? '' : String(value);
    }),
    setFontWeights: set((cell, value) => {
      cell.weight = String(value);
    }),
    setFontSizes: set(() => {}),
    setHorizontalAlignments: set((_, value) => {
      if (value !== 'left' && value !== 'right') throw new Error(`Not an alignment: ${value}`);
    }),
    setWraps: set((_, value) => {
      if (typeof value !== 'boolean') throw new Error(`Not a wrap: ${value}`);
    }),
  };
}

export function chartMethods(world: World, sheet: FakeSheet): Record<string, (...args: never[]) => unknown> {
  return {
    getCharts: () => sheet.charts.map((chart) => world.strict('EmbeddedChart', { fake: chart })),
    removeChart: ({ fake }: { fake: FakeChart }) => {
      sheet.charts.splice(sheet.charts.indexOf(fake), 1);
    },
    insertChart: ({ fake }: { fake: FakeChart }) => {
      sheet.charts.push(fake);
    },
    newChart: () => {
      const chart: FakeChart = { type: '', ranges: [], options: {}, position: [0, 0] };
      const builder: object = world.strict('EmbeddedChartBuilder', {
        setChartType: (type: string) => {
          chart.type = type;
          return builder;
        },
        addRange: ({ fake: { row, column, rows, columns } }: { fake: FakeRange }) => {
          chart.ranges.push(a1(row, column, rows, columns));
          return builder;
        },
        setNumHeaders: (_count: number) => builder,
        setPosition: (row: number, column: number, _x: number, _y: number) => {
          sheet.checkArea(row, column, 1, 1);
          chart.position = [row, column];
          return builder;
        },
        setOption: (name: string, value: unknown) => {
          chart.options[name] = value;
          return builder;
        },
        build: () => world.strict('EmbeddedChart', { fake: chart }),
      });
      return builder;
    },
  };
}
