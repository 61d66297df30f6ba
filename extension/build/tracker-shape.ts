/** The tabs of a tracker as they come out, in place of the whole description of the workbook with its formulas. */
import { TRACKER_SHAPE } from '../platform/sheets/tracker-shape.ts';

const SHAPE = /\/platform\/sheets\/tracker-shape\.ts$/;

export function trackerShape() {
  return {
    name: 'tracker-shape',
    load(id: string) {
      if (!SHAPE.test(id.replaceAll('\\', '/'))) return null;
      return `export const TRACKER_SHAPE = ${JSON.stringify(TRACKER_SHAPE)};`;
    },
  };
}
