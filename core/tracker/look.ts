/** The workbook's colours, the same in every rendering; each pair of text and ground reads at 4.5:1 or better. */
import { call, cell, type Expr, op } from './formula.ts';
import type { Column, Format, Highlight } from './workbook.ts';

export const LOOK = {
  ink: '#1f2937',
  quiet: '#4b5563',
  line: '#e2e8f0',
  title: '#1e3a5f',
  /** Headers of what people type, and of what the sheet works out. */
  typedHeader: '#1e3a5f',
  computedHeader: '#64748b',
  onHeader: '#ffffff',
  computedGround: '#f8fafc',
  inputGround: '#fffbeb',
} as const;

interface Paint {
  ground: string;
  ink: string;
  bold: boolean;
}

const STRONG: Record<Highlight['level'], Paint> = {
  3: { ground: '#fecaca', ink: '#7f1d1d', bold: true },
  2: { ground: '#fde68a', ink: '#713f12', bold: false },
  1: { ground: '#ddd6fe', ink: '#4c1d95', bold: false },
};
const SOFT: Record<Highlight['level'], Paint> = {
  3: { ground: '#fef2f2', ink: LOOK.ink, bold: false },
  2: { ground: '#fffbeb', ink: LOOK.ink, bold: false },
  1: { ground: '#f5f3ff', ink: LOOK.ink, bold: false },
};

export function paintOf({ level, weight }: Pick<Highlight, 'level' | 'weight'>): Paint {
  return (weight === 'strong' ? STRONG : SOFT)[level];
}

/** How a number is written, in the notation that all spreadsheets share; `limit` shows none as a dash. */
export const NUMBER_FORMATS: Readonly<Record<Format, string>> = {
  text: '@',
  date: 'yyyy-mm-dd',
  'date-time': 'yyyy-mm-dd hh:mm',
  hours: '0.00',
  number: 'General',
  integer: '0',
  limit: 'General;-General;"–"',
  percent: '0%',
};

/** Figures stand right, where they can be compared; dates read like words. */
export function alignmentOf({ format, wrap }: Pick<Column, 'format' | 'wrap'>): 'left' | 'right' {
  return !wrap && (format === 'hours' || format === 'integer' || format === 'limit') ? 'right' : 'left';
}

/** By this word a highlight is known as ours among the rules that people add; it counts as 0. */
export const HIGHLIGHT_MARK = 'dueline';

/** The condition of a highlight: nothing but its helper column. */
export function highlightFormula({ levelColumn, level }: Highlight): Expr {
  return op(call('N', HIGHLIGHT_MARK), '+', op(cell(levelColumn), '=', level));
}
