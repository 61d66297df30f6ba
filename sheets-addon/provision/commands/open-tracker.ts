/** The tracker that a command is about, read and found to be whole. */
import { openDirectory, readDirectory, sayProblem } from '#core';
import type { Rulebook } from '#core/rulebook/schema.ts';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import type { Access } from '../online/remote.ts';
import { readStanding, type Standing } from '../online/standing.ts';
import { type Call, Complaint, fileText, idIn, text } from './command.ts';

export const DIRECTORY_OPTION = { directory: { type: 'string' } } as const;

/** A directory can bring an organisation's own rulebook. */
export function directoryFor({ values, translate }: Call) {
  const path = text(values, 'directory');
  if (path === undefined) return undefined;
  const reading = readDirectory(fileText(path, translate));
  const book = reading.directory ? openDirectory(reading.directory) : reading.problems;
  if (Array.isArray(book)) throw new Complaint(book.map((problem) => sayProblem(problem, translate)));
  return book;
}

export interface OpenTracker extends Standing {
  id: string;
  access: Access;
  rulebook: Rulebook;
}

export async function openTracker(call: Call): Promise<OpenTracker> {
  const rulebook = directoryFor(call)?.rulebook ?? serviceManagement;
  const [id, access] = [idIn(call.positionals[0]!), call.access()];
  const standing = await readStanding(access, id, { rulebook, language: call.language });
  return { ...standing, id, access, rulebook };
}

/** Reading goes on only where everything is there that is read: a missing column is not an empty one. */
export function checkWhole({ placed }: Standing, { translate }: Call): void {
  for (const { tab, sheet, missing } of placed) {
    if (!sheet) throw new Complaint([translate('provision.tab-missing', { tab: tab.title })]);
    const column = tab.columns.find(({ id, formula }) => formula === undefined && missing.has(id));
    if (column) {
      throw new Complaint([translate('provision.column-missing', { tab: tab.title, column: column.header })]);
    }
  }
}
