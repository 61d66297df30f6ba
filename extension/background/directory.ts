/** The stored directory, opened once and kept until it changes. */

import { type Additions, missingIn, withAdditions } from '#core/engagement/additions.ts';
import { type Amendment, isSameWork, withAmendments } from '#core/engagement/amendments.ts';
import { type DirectoryBook, openDirectory, rulebookOf } from '#core/engagement/book.ts';
import { checkDirectory, readDirectory, writeDirectory } from '#core/engagement/directory.ts';
import type { Directory } from '#core/engagement/directory-schema.ts';
import { type Problem, problem } from '#core/problem.ts';
import {
  additionsItem,
  amendmentsItem,
  directoryBeforeItem,
  directoryGoodItem,
  directoryItem,
  update,
} from '../state/settings.ts';
import { type StoredTracker, trackersItem } from '../state/trackers.ts';
import { managedParts, policy } from './policy.ts';
import { roomFor } from './room.ts';

/** With a book, a problem is something to be told beside it. */
export type Opened = { book: DirectoryBook; problems: Problem[] } | { book: null; problems: Problem[] };

let opened: Promise<Opened> | null = null;

/** Reads a text all the way: its shape, then what goes across its entries. */
export function openText(text: string): Opened {
  const read = readDirectory(text);
  return read.directory === null ? { book: null, problems: read.problems } : open(read.directory);
}

function open(directory: Directory): Opened {
  const book = openDirectory(directory);
  return Array.isArray(book) ? { book: null, problems: book } : { book, problems: [] };
}

/** The same, with a look at whether there is room for it. */
export async function checkText(text: string): Promise<Opened> {
  const read = openText(text);
  const failed = read.book && (await roomFor(read.book.directory));
  return failed ? { book: null, problems: [failed] } : read;
}

/** No book and no problems: there is no directory yet. */
export function currentDirectory(): Promise<Opened> {
  opened ??= openStored();
  return opened;
}

async function openStored(): Promise<Opened> {
  const [{ directory, rulebook }, document, additions, amendments] = await Promise.all([
    policy(),
    directoryItem.getValue(),
    additionsItem.getValue(),
    amendmentsItem.getValue(),
  ]);
  const stored = directory === null ? await openKept(document) : openText(directory);
  if (stored.book === null) return stored;
  const ruled = rulebook === null ? stored.book.directory : { ...stored.book.directory, rulebook };
  const whole = open(withAmendments(added(ruled, additions), amendments));
  return whole.book === null ? whole : { ...whole, problems: stored.problems };
}

/** The stored document, or its last good copy where it cannot be opened; a good one without a copy gets it. */
async function openKept(document: unknown): Promise<Opened> {
  const stored = openDocument(document);
  if (document === null) return stored;
  const copy = await directoryGoodItem.getValue();
  if (stored.book !== null) {
    // Where there is no room for a copy, the directory itself is what counts.
    if (copy === null) await store(directoryGoodItem, document);
    return stored;
  }
  const good = openDocument(copy);
  return good.book === null ? stored : { ...good, problems: [problem('directory-damaged', [], {})] };
}

/** Stores a document that has been opened, and then its copy; without room for one, the directory is what counts. */
async function keep(directory: unknown): Promise<Problem | null> {
  const failed = await storeFirst(directoryItem, directory);
  if (failed === null && (await store(directoryGoodItem, directory))) await store(directoryGoodItem, null);
  return failed;
}

/** The good copy, which the next opening makes anew of what is sound, gives way. */
async function storeFirst(item: Parameters<typeof store>[0], value: unknown): Promise<Problem | null> {
  const failed = await store(item, value);
  if (failed === null || openDocument(await directoryItem.getValue()).problems.length > 0) return failed;
  await store(directoryGoodItem, null);
  return store(item, value);
}

function added(directory: Directory, additions: Additions): Directory {
  const deliverables = rulebookOf(directory).deliverables.map(({ id }) => id);
  return withAdditions(directory, additions, deliverables);
}

/** Changes what was added on tickets; what was owed stays known. */
export async function changeAdditions(change: (additions: Additions) => Additions): Promise<Problem | null> {
  return changed(additionsItem, change);
}

/** Changes what the tracker is to say of work that it has already. */
export async function changeAmendments(
  change: (amendments: Amendment[]) => Amendment[],
): Promise<Problem | null> {
  return changed(amendmentsItem, change);
}

async function changed<T>(item: Parameters<typeof update<T>>[0], change: (value: T) => T) {
  try {
    await update(item, change);
  } catch (error) {
    return storageFailed(error);
  }
  opened = null;
  return null;
}

function openDocument(document: unknown): Opened {
  if (document === null) return { book: null, problems: [] };
  const checked = checkDirectory(document);
  return checked.directory === null ? { book: null, problems: checked.problems } : open(checked.directory);
}

/** Puts a checked directory in place of the stored one, which an undo can bring back. */
export async function replaceDirectory(text: string): Promise<Opened> {
  const read = openText(text);
  if (read.book === null) return read;
  const { directory } = read.book;
  const failed = await replaceStored(directory);
  if (failed) return { book: null, problems: [failed] };
  // Where there is no room for less, what was added stays twice; the next change takes it out.
  await changed(additionsItem, (additions) => missingIn(directory, additions));
  return read;
}

/** Changes the stored directory, where what comes out of it can be opened; an undo brings back what was. */
export async function editDirectory(edit: (directory: Directory) => Directory): Promise<Problem | null> {
  const stored = await openKept(await directoryItem.getValue());
  if (stored.book === null) return stored.problems[0] ?? problem('no-directory', [], {});
  const edited = open(edit(stored.book.directory));
  return edited.book === null ? edited.problems[0]! : replaceStored(edited.book.directory);
}

async function replaceStored(directory: Directory | null): Promise<Problem | null> {
  if (managedParts(await policy()).directory) return problem('managed', [], {});
  const failed = (await roomFor(directory)) ?? (await keepForUndo()) ?? (await keep(directory));
  opened = null;
  // Calendars and rules that the user has changed reach what trackers say the next time that they are read.
  return failed ?? changed(trackersItem, readAnew);
}

const readAnew = (trackers: Record<string, StoredTracker>) =>
  Object.fromEntries(Object.entries(trackers).map(([id, stored]) => [id, { ...stored, version: null }]));

/** Takes the stored directory away; an undo brings it back. */
export function removeDirectory(): Promise<Problem | null> {
  return replaceStored(null);
}

/** What it rests on has changed from outside. */
export function forgetDirectory(): void {
  opened = null;
}

/** Puts a checked directory in use that came from the user's own trackers; what they imported stays for an undo. */
export async function takeOver(directory: Directory): Promise<Problem | null> {
  const failed = await keep(directory);
  // What was added on tickets and stands in a tracker by now is the tracker's.
  opened = null;
  if (!failed) {
    await changed(additionsItem, (additions) => missingIn(directory, additions));
    await changed(amendmentsItem, (amendments) => openIn(directory, amendments));
  }
  return failed;
}

/** The amendments that the tracker does not say itself yet; one that it contradicts is its user's to decide on. */
function openIn({ activities = [] }: Directory, amendments: readonly Amendment[]): Amendment[] {
  const byId = new Map(activities.map((entry) => [entry.id, entry]));
  const last = new Map(amendments.map((entry) => [entry.base.id, entry]));
  // Where the last of several is in the tracker, so are those before it.
  return amendments.filter(({ base }) => !isSameWork(byId.get(base.id) ?? null, last.get(base.id)!.next));
}

/** What is in use stays for an undo, where something else is about to take its place. */
export async function keepForUndo(): Promise<Problem | null> {
  return storeFirst(directoryBeforeItem, await usable());
}

/** Swaps the stored directory with the one before it: a second undo undoes the first. */
export async function undoDirectory(): Promise<Problem | null> {
  if (managedParts(await policy()).directory) return problem('managed', [], {});
  const [now, before] = await Promise.all([usable(), directoryBeforeItem.getValue()]);
  const [damaged] = openDocument(before).problems;
  if (damaged) return damaged;
  const failed = (await keep(before)) ?? (await storeFirst(directoryBeforeItem, now));
  opened = null;
  return failed;
}

/** The stored document as a file; a document that this version cannot open is given back as it is. */
export async function exportDirectory(): Promise<string | null> {
  const document = await directoryItem.getValue();
  if (document === null) return null;
  const checked = checkDirectory(document);
  if (checked.directory === null) return `${JSON.stringify(document, null, 2)}\n`;
  const withAdded = added(checked.directory, await additionsItem.getValue());
  return writeDirectory(withAmendments(withAdded, await amendmentsItem.getValue()));
}

/** The directory that an undo brings back. */
export async function bookBefore(): Promise<DirectoryBook | null> {
  return openDocument(await directoryBeforeItem.getValue()).book;
}

/** The stored document, or its good copy where that is what is in use. */
async function usable(): Promise<unknown> {
  const document = await directoryItem.getValue();
  if (openDocument(document).problems.length === 0) return document;
  return (await directoryGoodItem.getValue()) ?? document;
}

async function store(
  item: { setValue(value: unknown): Promise<void> },
  value: unknown,
): Promise<Problem | null> {
  try {
    await item.setValue(value);
    return null;
  } catch (error) {
    return storageFailed(error);
  }
}

function storageFailed(error: unknown): Problem {
  return problem('storage-failed', [], { detail: error instanceof Error ? error.message : String(error) });
}
