/// <reference types="google-apps-script" />
/** Protections of ours: they warn, and lock nobody out. */
import { PROTECTION_MARK } from '#core/tracker/index.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** Warns of changes of these ranges and of no others; what people have protected themselves stays. */
export function warnOfChanges(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  wanted: readonly Range[],
  why: string,
): void {
  const places = wanted.map((range) => range.getA1Notation()).sort();
  const ours = sheet
    .getProtections(SpreadsheetApp.ProtectionType.RANGE)
    .filter((protection) => isOurs(protection, places));
  const standing = ours.filter(isWarning).map((protection) => protection.getRange().getA1Notation());
  if (ours.length === standing.length && standing.sort().join() === places.join()) return;
  for (const protection of ours) protection.remove();
  for (const range of wanted) {
    range
      .protect()
      .setDescription(PROTECTION_MARK + why)
      .setWarningOnly(true);
  }
}

/** A run that broke off may have left one of ours without its words: it would lock people out. */
function isOurs(protection: Protection, places: readonly string[]): boolean {
  const said = protection.getDescription();
  return said === ''
    ? places.includes(protection.getRange().getA1Notation())
    : said.startsWith(PROTECTION_MARK);
}

function isWarning(protection: Protection): boolean {
  return protection.getDescription() !== '' && protection.isWarningOnly();
}
