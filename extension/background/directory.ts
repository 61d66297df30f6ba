/** The stored directory, opened once and kept until it changes. */

import { type Additions, missingIn, withAdditions } from '#core/engagement/additions.ts';
import { type DirectoryBook, openDirectory, rulebookOf } from '#core/engagement/book.ts';
import { checkDirectory, readDirectory, writeDirectory } from '#core/engagement/directory.ts';
import type { Directory } from '#core/engagement/directory-schema.ts';
import { type Problem, problem } from '#core/problem.ts';
import { additionsItem, directoryBeforeItem, directoryItem, update } from '../state/settings.ts';
import { trackersItem } from '../state/trackers.ts';
import { policy } from './policy.ts';

export type Opened = { book: DirectoryBook; problems: [] } | { book: null; problems: Problem[] };

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

/** No book and no problems: there is no directory yet. */
export function currentDirectory(): Promise<Opened> {
  opened ??= openStored();
  return opened;
}

async function openStored(): Promise<Opened> {
  const [{ directory }, document, additions] = await Promise.all([
    policy(),
    directoryItem.getValue(),
    additionsItem.getValue(),
  ]);
  const stored = directory === null ? openDocument(document) : openText(directory);
  return stored.book === null ? stored : open(added(stored.book.directory, additions));
}

function added(directory: Directory, additions: Additions): Directory {
  const deliverables = rulebookOf(directory).deliverables.map(({ id }) => id);
  return withAdditions(directory, additions, deliverables);
}

/** Changes what was added on tickets; what was owed stays known. */
export async function changeAdditions(change: (additions: Additions) => Additions): Promise<Problem | null> {
  try {
    await update(additionsItem, change);
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
  await update(additionsItem, (additions) => missingIn(directory, additions));
  opened = null;
  return read;
}

/** Changes the stored directory, where what comes out of it can be opened; an undo brings back what was. */
export async function editDirectory(edit: (directory: Directory) => Directory): Promise<Problem | null> {
  const stored = openDocument(await directoryItem.getValue());
  if (stored.book === null) return stored.problems[0] ?? problem('no-directory', [], {});
  const edited = open(edit(stored.book.directory));
  return edited.book === null ? edited.problems[0]! : replaceStored(edited.book.directory);
}

async function replaceStored(directory: Directory | null): Promise<Problem | null> {
  if ((await policy()).directory !== null) return problem('managed', [], {});
  const failed =
    (await store(directoryBeforeItem, await directoryItem.getValue())) ??
    (await store(directoryItem, directory));
  // Calendars and rules that the user has changed reach what trackers say the next time that they are read.
  await update(trackersItem, (trackers) =>
    Object.fromEntries(Object.entries(trackers).map(([id, stored]) => [id, { ...stored, version: null }])),
  );
  opened = null;
  return failed;
}

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
  const failed = await store(directoryItem, directory);
  // What was added on tickets and stands in a tracker by now is the tracker's.
  if (!failed) await update(additionsItem, (additions) => missingIn(directory, additions));
  opened = null;
  return failed;
}

/** Swaps the stored directory with the one before it: a second undo undoes the first. */
export async function undoDirectory(): Promise<Problem | null> {
  if ((await policy()).directory !== null) return problem('managed', [], {});
  const [now, before] = await Promise.all([directoryItem.getValue(), directoryBeforeItem.getValue()]);
  const failed = (await store(directoryItem, before)) ?? (await store(directoryBeforeItem, now));
  opened = null;
  return failed;
}

/** The stored document as a file; a document that this version cannot open is given back as it is. */
export async function exportDirectory(): Promise<string | null> {
  const document = await directoryItem.getValue();
  if (document === null) return null;
  const checked = checkDirectory(document);
  return checked.directory === null
    ? `${JSON.stringify(document, null, 2)}\n`
    : writeDirectory(added(checked.directory, await additionsItem.getValue()));
}

/** The directory that an undo brings back. */
export async function bookBefore(): Promise<DirectoryBook | null> {
  return openDocument(await directoryBeforeItem.getValue()).book;
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
