/// <reference types="google-apps-script" />
/** Cells that somebody has just changed by hand, and the tabs beside theirs. */
import { TAB_MARK } from '#core/tracker/index.ts';
import { type Area, OpenTab } from './spreadsheet-tab.ts';

export class EditedCells {
  private readonly sheet;
  readonly tab: OpenTab;

  constructor(private readonly range: GoogleAppsScript.Spreadsheet.Range) {
    this.sheet = range.getSheet();
    this.tab = new OpenTab(this.sheet);
  }

  get area(): Area {
    const { range } = this;
    return {
      row: range.getRow(),
      column: range.getColumn(),
      rows: range.getNumRows(),
      columns: range.getNumColumns(),
    };
  }

  /** Another tab of the same spreadsheet, by our mark. */
  readonly tabOf = (id: string): OpenTab | null => {
    const marks = this.sheet.getParent().createDeveloperMetadataFinder().withKey(TAB_MARK).withValue(id);
    const sheet = marks.find()[0]?.getLocation().getSheet();
    return sheet ? new OpenTab(sheet) : null;
  };
}
