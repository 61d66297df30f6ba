/** How a tab's cells look, by what they are for. */
import { alignmentOf, type BandCell, type Column, LOOK } from '#core/tracker/index.ts';
import type { Styles } from './styles.ts';

export function headerStyle(column: Column, styles: Styles): number {
  return styles.of({
    bold: true,
    ink: LOOK.onHeader,
    ground: column.role === 'typed' ? LOOK.typedHeader : LOOK.computedHeader,
    wrap: true,
    format: 'text',
    align: alignmentOf(column),
    indent: true,
  });
}

/** Text that people type stays text; what the sheet works out has no such format, or its formula would show. */
export function cellStyle(column: Column, styles: Styles, literal = false): number {
  const isTyped = column.role === 'typed';
  const isComputed = column.role === 'computed';
  return styles.of({
    line: LOOK.line,
    format: isComputed && column.format === 'text' ? 'number' : column.format,
    ...(isTyped ? {} : { ground: LOOK.computedGround, ink: LOOK.quiet }),
    ...(column.wrap ? { wrap: true } : {}),
    align: alignmentOf(column),
    indent: true,
    ...(literal ? { literal: true } : {}),
  });
}

export function bandStyle({ look, format }: BandCell, styles: Styles): number {
  switch (look) {
    case 'title':
      return styles.of({ bold: true, size: 18, ink: LOOK.title });
    case 'label':
      return styles.of({ ink: LOOK.quiet });
    case 'value':
      return styles.of({
        bold: true,
        ink: LOOK.title,
        align: 'left',
        ...(format === 'text' ? {} : { format }),
      });
    case 'input':
      return styles.of({
        bold: true,
        ground: LOOK.inputGround,
        line: LOOK.computedHeader,
        align: 'left',
        format,
      });
  }
}
