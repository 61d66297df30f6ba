/// <reference types="google-apps-script" />
/** Cells that somebody has just changed by hand, and the tabs beside theirs. */
import { TAB_MARK } from '#core/tracker/index.ts';
import { marksIn } from './spreadsheet-marks.ts';
import { type Area, OpenTab } from './spreadsheet-tab.ts';
import { areaOf } from './spreadsheet-warnings.ts';

export class EditedCells {
  private readonly sheet;
  readonly tab: OpenTab;

  constructor(private readonly range: GoogleAppsScript.Spreadsheet.Range) {
    this.sheet = range.getSheet();
    this.tab = new OpenTab(this.sheet);
  }

  get area(): Area {
    return areaOf(this.range);
  }

  /** Another tab of the same spreadsheet, by our mark. */
  readonly tabOf = (id: string): OpenTab | null => {
    const sheet = marksIn(this.sheet.getParent(), TAB_MARK, id)[0]?.getLocation().getSheet();
    return sheet ? new OpenTab(sheet) : null;
  };
}
