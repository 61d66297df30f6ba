/** Single cells of a worksheet's XML. */
import type { Cell } from '#core/tracker/index.ts';
import { escapeCellText } from './xml.ts';

/** A cell that holds exactly this; text is never read as a formula. */
export function valueCell(reference: string, style: number, value: Cell | undefined): string {
  if (value === null || value === undefined || value === '') return `<c r="${reference}" s="${style}"/>`;
  if (typeof value === 'number') return `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') {
    return `<c r="${reference}" s="${style}" t="b"><v>${value ? 1 : 0}</v></c>`;
  }
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeCellText(value)}</t></is></c>`;
}

/** A formula, as XML text, without a remembered result: whoever opens the file works it out. */
export function formulaCell(reference: string, style: number, formula: string): string {
  return `<c r="${reference}" s="${style}"><f>${formula}</f></c>`;
}

/** A formula, as XML text, that fills a range with what it gives. */
export function spillingCell(reference: string, style: number, formula: string, filled: string): string {
  return `<c r="${reference}" s="${style}"><f t="array" ref="${filled}">${formula}</f></c>`;
}
