/**
 * Hidden helper columns of an earlier description, which today's has no use for. Only our own mark tells one, and only
 * one in which nothing but its formulas stands is taken away.
 */
import type { Tab } from '#core/tracker/index.ts';

/** By their ids, which they are headed by. */
export function isOrphan({ columns }: Tab, id: string): boolean {
  return columns.every((column) => column.id !== id);
}

/** `cells`: from the first row down, a formula as its text. Formulas alone, or one and the numbers that it fills the rows below it with. */
export function holdsFormulasOnly(
  cells: readonly unknown[],
  { id, row }: { id: string; row: number },
): boolean {
  const filled = cells.filter((cell, place) => place !== row - 1 && cell !== '');
  const others = filled.filter((cell) => !(typeof cell === 'string' && cell.startsWith('=')));
  const isSpilled = filled.length - others.length === 1 && others.every((cell) => typeof cell === 'number');
  return cells[row - 1] === id && filled.length > 0 && (others.length === 0 || isSpilled);
}
