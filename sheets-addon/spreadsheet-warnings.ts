/// <reference types="google-apps-script" />
/** Protected ranges: ours warn and lock nobody out; those that people have made stay, and may stand in our way. */
import { PROTECTION_MARK, quotedTitle } from '#core/tracker/index.ts';
import { type Area, isLocked } from './area.ts';
import { mark, marksIn } from './spreadsheet-marks.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Protection = GoogleAppsScript.Spreadsheet.Protection;
type ProtectionType = GoogleAppsScript.Spreadsheet.ProtectionType;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** On a sheet while ours are put up: until it goes, one without its words was left by a run that broke off. */
const WARNING_MARK = 'dueline-warning';

/** Warns of changes of these ranges and of no others; what people have protected themselves stays. */
export function warnOfChanges(sheet: Sheet, wanted: readonly Range[], why: string): void {
  const places = wanted.map((range) => range.getA1Notation()).sort();
  const marks = () => marksIn(sheet, WARNING_MARK);
  const begun = marks().length > 0;
  const ours = sheet
    .getProtections(SpreadsheetApp.ProtectionType.RANGE)
    .filter((protection) => isOurs(protection, begun ? places : []));
  const standing = ours.filter(isWarning).map((protection) => protection.getRange().getA1Notation());
  if (!begun && ours.length === standing.length && standing.sort().join() === places.join()) return;
  if (!begun) mark(sheet, WARNING_MARK, '');
  for (const protection of ours) protection.remove();
  for (const range of wanted) {
    range
      .protect()
      .setDescription(PROTECTION_MARK + why)
      .setWarningOnly(true);
  }
  for (const entry of marks()) entry.remove();
}

/** `left`: where a run that broke off may have left one without its words, which would lock people out. */
function isOurs(protection: Protection, left: readonly string[]): boolean {
  const said = protection.getDescription();
  return said === ''
    ? left.includes(protection.getRange().getA1Notation())
    : said.startsWith(PROTECTION_MARK);
}

function isWarning(protection: Protection): boolean {
  return protection.getDescription() !== '' && protection.isWarningOnly();
}

/** Protected places among these in which its user may not write, as a spreadsheet names them: `'Cases'!B2:B500`. */
export function lockedPlaces(sheet: Sheet, wanted: readonly Area[]): string[] {
  const { RANGE, SHEET } = SpreadsheetApp.ProtectionType;
  const inTheWay = (type: ProtectionType) =>
    sheet.getProtections(type).filter((protection) => {
      if (protection.isWarningOnly() || protection.canEdit()) return false;
      // Whatever parts of a protected tab are open, it gets no rows and no columns.
      if (type === SHEET && wanted.some((area) => isBeyond(area, sheet))) return true;
      const locked = areaOf(protection.getRange());
      // Only of a tab that is protected as a whole can parts be open.
      const open = protection.getUnprotectedRanges().map(areaOf);
      return wanted.some((area) => isLocked(area, locked, open));
    });
  return [SHEET, RANGE]
    .flatMap(inTheWay)
    .map((protection) => `${quotedTitle(sheet.getName())}!${protection.getRange().getA1Notation()}`);
}

/** Whether a tab would have to grow for an area. */
function isBeyond({ row, rows, column, columns }: Area, sheet: Sheet): boolean {
  return row + rows - 1 > sheet.getMaxRows() || column + columns - 1 > sheet.getMaxColumns();
}

export function areaOf(range: Range): Area {
  return {
    row: range.getRow(),
    column: range.getColumn(),
    rows: range.getNumRows(),
    columns: range.getNumColumns(),
  };
}
