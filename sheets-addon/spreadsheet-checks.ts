/// <reference types="google-apps-script" />
/** What is checked in a cell: one of a list, a date, a number. What does not pass is warned of, or refused by a strict list. */
export type CheckRule = GoogleAppsScript.Spreadsheet.DataValidation;

type Range = GoogleAppsScript.Spreadsheet.Range;

export function listCheck(list: Range, { strict, help }: { strict: boolean; help: string }): CheckRule {
  return warning(help).requireValueInRange(list, true).setAllowInvalid(!strict).build();
}

/** The same check over other lists. */
export function withLists(check: CheckRule, lists: readonly Range[]): CheckRule[] {
  return lists.map((list) => check.copy().requireValueInRange(list, true).build());
}

/**
 * What is to stand in a cell that is to have `ours`: a check that somebody has made instead stays. It is of another kind,
 * or has a list that stands elsewhere.
 */
export function keepingOthers(like: CheckRule) {
  const kind = kindOf(like);
  return (ours: CheckRule, standing?: CheckRule | null) =>
    standing && kindOf(standing) !== kind ? standing : ours;
}

function kindOf(check: CheckRule): string {
  const type = check.getCriteriaType();
  const isList = type === SpreadsheetApp.DataValidationCriteria.VALUE_IN_RANGE;
  return `${type} ${isList ? check.getCriteriaValues()[0].getGridId() : ''}`;
}

export function numberCheck(least: number, help: string): CheckRule {
  return warning(help).requireNumberGreaterThanOrEqualTo(least).build();
}

export function dateCheck(help: string): CheckRule {
  return warning(help).requireDate().build();
}

function warning(help: string) {
  return SpreadsheetApp.newDataValidation().setAllowInvalid(true).setHelpText(help);
}
