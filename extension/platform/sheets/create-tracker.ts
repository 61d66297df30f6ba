/**
 * Makes a tracker in the user's own Drive, once: the file bears the name of its making, by which whoever goes on after
 * a fault finds it again, and its tabs come in one change with ids that can be made only once.
 */
import { steadyId } from '#core/tracker/marks.ts';
import { quotedTitle } from '#core/tracker/notation.ts';
import { type Caller, call } from './google-call.ts';
import { DRIVE_ADDRESS } from './google-drive.ts';
import { SHEETS_ADDRESS } from './google-sheet.ts';
import { type NewTracker, newTrackerRequests } from './new-tracker.ts';
import { type FoundValues, type Properties, valuesPath } from './places.ts';
import { SPREADSHEET } from './sign-in.ts';
import { isFailure, type SheetFailure } from './tracker-sheet.ts';

/** A property that only this registration sees. */
const MAKING = 'duelineMaking';

/** One making: what it makes, and the mark by which its file is known. */
export interface Making {
  run: string;
  title: string;
}

export interface Addresses {
  drive: string;
  sheets: string;
}
const GOOGLE: Addresses = { drive: DRIVE_ADDRESS, sheets: SHEETS_ADDRESS };

/** The id of the tracker that this making has led to. After a failure, the same again goes on where it stopped. */
export async function createTracker(
  caller: Caller,
  { run, title }: Making,
  tracker: NewTracker,
  at = GOOGLE,
): Promise<string | SheetFailure> {
  const files = await filesOf(caller, run, at);
  if (isFailure(files)) return files;
  const id = files[0] ?? (await createFile(caller, { run, title }, at));
  if (isFailure(id)) return id;
  const filled = await fill(caller, id, tracker, at);
  if (filled !== null) return filled;
  // Where Drive was late to show the first file there may be a second, which holds nothing.
  for (const double of (await filesOf(caller, run, at).then(found)).filter((file) => file !== id)) {
    await binTracker(caller, double, at);
  }
  return id;
}

/** Puts what this making has left behind into the bin. */
export async function giveUp(caller: Caller, run: string, at = GOOGLE): Promise<SheetFailure | null> {
  const files = await filesOf(caller, run, at);
  if (isFailure(files)) return files;
  for (const id of files) {
    const failed = await binTracker(caller, id, at);
    if (failed !== null) return failed;
  }
  return null;
}

/** Into the bin of the user's Drive, from where they can take it out again. */
export async function binTracker(caller: Caller, id: string, at = GOOGLE): Promise<SheetFailure | null> {
  const outcome = await call<object>(caller, {
    method: 'PATCH',
    url: `${at.drive}drive/v3/files/${encodeURIComponent(id)}?fields=id&supportsAllDrives=true`,
    body: { trashed: true },
  });
  return isFailure(outcome) ? outcome : null;
}

const found = (files: string[] | SheetFailure): string[] => (isFailure(files) ? [] : files);

async function filesOf(caller: Caller, run: string, at: Addresses): Promise<string[] | SheetFailure> {
  const query = new URLSearchParams({
    q: `appProperties has { key='${MAKING}' and value='${run}' } and trashed = false`,
    fields: 'files(id)',
    orderBy: 'createdTime',
  });
  const url = `${at.drive}drive/v3/files?${query}`;
  const answer = await call<{ files?: { id: string }[] }>(caller, { method: 'GET', url });
  return isFailure(answer) ? answer : (answer.files ?? []).map(({ id }) => id);
}

async function createFile(caller: Caller, { run, title }: Making, at: Addresses) {
  const body = { name: title, mimeType: SPREADSHEET, appProperties: { [MAKING]: run } };
  const url = `${at.drive}drive/v3/files?fields=id`;
  const made = await call<{ id: string }>(caller, { method: 'POST', url, body });
  return isFailure(made) ? made : made.id;
}

async function fill(
  caller: Caller,
  id: string,
  tracker: NewTracker,
  at: Addresses,
): Promise<SheetFailure | null> {
  const base = `${at.sheets}v4/spreadsheets/${encodeURIComponent(id)}`;
  const look = async () => {
    const url = `${base}?fields=${encodeURIComponent('sheets(properties(sheetId,title))')}`;
    const answer = await call<{ sheets?: { properties?: Properties }[] }>(caller, { method: 'GET', url });
    return isFailure(answer) ? answer : (answer.sheets ?? []).flatMap(({ properties }) => properties ?? []);
  };
  const isFilled = (sheets: Properties[]) =>
    tracker.tabs.some((tab) => sheets.some(({ sheetId }) => sheetId === steadyId(tab.id)));
  const before = await look();
  if (isFailure(before)) return before;
  if (isFilled(before)) return null;
  const [first] = before;
  const path = valuesPath([quotedTitle(first?.title ?? '')]);
  const typed = await call<FoundValues>(caller, { method: 'GET', url: base + path });
  if (isFailure(typed)) return typed;
  // Somebody may have begun to type into what looked finished to them.
  const isEmpty = (typed.valueRanges?.[0]?.values ?? []).length === 0;
  const requests = newTrackerRequests(tracker, isEmpty ? (first?.sheetId ?? 0) : null);
  const url = `${base}:batchUpdate`;
  const outcome = await call<object>(caller, { method: 'POST', url, body: { requests } });
  if (!isFailure(outcome)) return null;
  // A request that was thought lost may have come before this one.
  const after = outcome.failed === 'refused' ? await look() : outcome;
  return !isFailure(after) && isFilled(after) ? null : outcome;
}
