/// <reference types="google-apps-script" />
/** The open spreadsheet. Only the files named `spreadsheet*.ts` know SpreadsheetApp. */
import { cellsIn, TAB_MARK, UNFINISHED_MARK } from '#core/tracker/index.ts';
import { marksIn } from './spreadsheet-marks.ts';
import { type Area, type DrawnPage, OpenTab } from './spreadsheet-tab.ts';

/** How long to wait for somebody else who is changing the same document. */
const LOCK_MS = 10_000;

export class OpenSpreadsheet {
  private readonly spreadsheet = SpreadsheetApp.getActiveSpreadsheet();

  /** IANA name of the zone in which the sheet's dates are meant. */
  get zone(): string {
    return this.spreadsheet.getSpreadsheetTimeZone();
  }

  set zone(zone: string) {
    this.spreadsheet.setSpreadsheetTimeZone(zone);
  }

  get title(): string {
    return this.spreadsheet.getName();
  }

  get url(): string {
    return this.spreadsheet.getUrl();
  }

  /** The tabs that carry our mark, by their id. */
  markedTabs(): Map<string, OpenTab> {
    const found = marksIn(this.spreadsheet, TAB_MARK);
    return new Map(
      found.flatMap((entry) => {
        const [id, sheet] = [entry.getValue(), entry.getLocation().getSheet()];
        return id && sheet ? [[id, new OpenTab(sheet)] as const] : [];
      }),
    );
  }

  /** Ids of the tabs whose contents are still to come. */
  unfinishedTabs(): Set<string> {
    const found = marksIn(this.spreadsheet, UNFINISHED_MARK);
    return new Set(found.map((entry) => entry.getValue() ?? ''));
  }

  /** Of all its tabs. */
  get cellCount(): number {
    return cellsIn(this.spreadsheet.getSheets().map((sheet) => new OpenTab(sheet)));
  }

  /** The tab of a title, unless it carries a mark: then it is what that says, whatever people call it. */
  unmarkedTab(title: string): OpenTab | null {
    const sheet = this.spreadsheet.getSheetByName(title);
    const tab = sheet && new OpenTab(sheet);
    return tab?.id === null ? tab : null;
  }

  /** With a number behind its title where another tab has that. */
  addTab(title: string, position: number): OpenTab {
    let free = title;
    for (let number = 2; this.spreadsheet.getSheetByName(free); number++) free = `${title} ${number}`;
    return new OpenTab(this.spreadsheet.insertSheet(free, position));
  }

  /**
   * Draws a page on the tab of that mark, which is made where there is none yet: all that stands on it goes, so that of
   * others only an empty one is taken for it, left by a run that broke off. Gives the tab's title.
   */
  drawPage(id: string, title: string, ...drawn: DrawnPage): string {
    const marked = this.markedTabs().get(id);
    const begun = marked ? null : this.unmarkedTab(title);
    const tab = marked ?? (begun?.isEmpty ? begun : this.addTab(title, 0));
    if (!marked) tab.mark(id);
    tab.drawPage(...drawn);
    return tab.title;
  }

  /** What stands in a named cell; `null` where nobody has named one so. */
  namedValue(name: string): unknown {
    return this.spreadsheet.getRangeByName(name)?.getValue() ?? null;
  }

  nameArea(name: string, tab: OpenTab, area: Area): void {
    this.spreadsheet.setNamedRange(name, tab.range(area));
  }

  /** What formulas have been told to work out is worked out before anything is read. */
  flush(): void {
    SpreadsheetApp.flush();
  }
}

/** Does what changes the document while nobody else does; `null` where somebody else is at it. */
export function alone<T>(work: () => T): { result: T } | null {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(LOCK_MS)) return null;
  try {
    return { result: work() };
  } finally {
    lock.releaseLock();
  }
}

/** The spreadsheet's menus and messages. */
export class UserInterface {
  private readonly ui = SpreadsheetApp.getUi();

  addMenu(title: string, entries: readonly { label: string; call: string }[]): void {
    const menu = this.ui.createMenu(title);
    for (const { label, call } of entries) menu.addItem(label, call);
    menu.addToUi();
  }

  /** Opens a page of ours beside the sheet. */
  showSidebar(file: string, title: string): void {
    this.ui.showSidebar(HtmlService.createHtmlOutputFromFile(file).setTitle(title));
  }

  tell(title: string, text: string): void {
    this.ui.alert(title, text, this.ui.ButtonSet.OK);
  }
}
