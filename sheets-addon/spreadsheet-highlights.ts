/// <reference types="google-apps-script" />
/** Conditional formats of a tab: ours beside those that people have made. */

export interface Highlight {
  formula: string;
  ground: string;
  ink: string;
  bold: boolean;
}

interface Placed extends Highlight {
  ranges: GoogleAppsScript.Spreadsheet.Range[];
}

export function setHighlights(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  rules: readonly Placed[],
  isOurs: (formula: string) => boolean,
): void {
  const theirs = sheet.getConditionalFormatRules().filter((rule) => !isOurs(formulaOf(rule)));
  const ours = rules.map(({ formula, ranges, ground, ink, bold }) =>
    SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied(formula)
      .setBackground(ground)
      .setFontColor(ink)
      .setBold(bold)
      .setRanges(ranges)
      .build(),
  );
  sheet.setConditionalFormatRules([...theirs, ...ours]);
}

function formulaOf(rule: GoogleAppsScript.Spreadsheet.ConditionalFormatRule): string {
  return String(rule.getBooleanCondition()?.getCriteriaValues()[0] ?? '');
}
