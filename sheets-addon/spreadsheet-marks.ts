/// <reference types="google-apps-script" />
/** Our marks: developer metadata on tabs and columns, which goes wherever people move those. */

interface Markable {
  addDeveloperMetadata(
    key: string,
    value: string,
    visibility: GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility,
  ): unknown;
}

interface Marked {
  createDeveloperMetadataFinder(): GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder;
}

export function mark(place: Markable, key: string, value: string): void {
  place.addDeveloperMetadata(key, value, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
}

/** Those of a key within a spreadsheet or one of its tabs; of one value alone where it is given. */
export function marksIn(place: Marked, key: string, value?: string) {
  const finder = place.createDeveloperMetadataFinder().withKey(key);
  return (value === undefined ? finder : finder.withValue(value)).find();
}
