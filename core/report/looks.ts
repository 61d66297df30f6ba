/** How the cells of a page look, the same in every rendering. */
import { LOOK, paintOf } from '../tracker/look.ts';
import type { PageLook } from './page.ts';

export interface CellLook {
  ink: string;
  bold: boolean;
  ground?: string;
  size?: number;
  /** Colour of a line below. */
  line?: string;
  wrap: boolean;
}

const over = paintOf({ level: 3, weight: 'strong' });

export const PAGE_LOOKS: Readonly<Record<PageLook, CellLook>> = {
  title: { ink: LOOK.title, bold: true, size: 18, wrap: false },
  heading: { ink: LOOK.title, bold: true, size: 14, line: LOOK.title, wrap: false },
  label: { ink: LOOK.quiet, bold: false, wrap: true },
  value: { ink: LOOK.title, bold: true, wrap: true },
  header: { ink: LOOK.onHeader, bold: true, ground: LOOK.computedHeader, wrap: true },
  body: { ink: LOOK.ink, bold: false, line: LOOK.line, wrap: true },
  quiet: { ink: LOOK.quiet, bold: false, wrap: true },
  over: { ink: over.ink, bold: true, ground: over.ground, line: LOOK.line, wrap: true },
  good: { ink: '#14532d', bold: false, ground: '#dcfce7', line: LOOK.line, wrap: true },
};
