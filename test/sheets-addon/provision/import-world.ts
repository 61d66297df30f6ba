/** A tracker with one case, and a terminal from which files are imported into it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialOf } from '#core/tracker/index.ts';
import type { Book } from '../../support/google/book.ts';
import { StandInGoogle } from '../../support/google/server.ts';
import { accountAt, makeTracker, wantedTracker } from './account.ts';
import { type Terminal, terminalAt } from './terminal.ts';

export interface ImportWorld {
  google: StandInGoogle;
  terminal: Terminal;
  id: string;
  book(): Book;
  /** A file that the user has. */
  file(name: string, content: string | Uint8Array): string;
  importing(...argv: string[]): Promise<number>;
  /** The typed cells of a tab's rows, by header, as Google holds them. */
  rowsOf(title: string): Record<string, unknown>[];
  end(): Promise<void>;
}

export async function importWorld(): Promise<ImportWorld> {
  const google = new StandInGoogle();
  await google.start();
  const terminal = terminalAt(google);
  terminal.signIn();
  const rows = {
    cases: [{ id: 'T-1', engagement: 'E-1', subject: 'Old', status: 'open', opened: serialOf('2026-05-01') }],
  };
  const { id } = await makeTracker(accountAt(google), wantedTracker('en', rows, { cases: 8 }));
  return {
    google,
    terminal,
    id,
    book: () => google.book(id),
    file: (name, content) => {
      const path = join(terminal.folder, name);
      writeFileSync(path, content);
      return path;
    },
    importing: (...argv) => terminal.tracker('import', id, ...argv),
    rowsOf: (title) => typedRows(google.book(id), title),
    end: async () => {
      terminal.remove();
      await google.stop();
    },
  };
}

function typedRows(book: Book, title: string): Record<string, unknown>[] {
  const { rows } = book.titled(title);
  const headers = rows[0]!.map((cell) => cell?.userEnteredValue?.stringValue ?? '');
  return rows.slice(1).flatMap((row) => {
    const cells = (row ?? []).flatMap((cell, place) => {
      const { formulaValue, ...value } = cell?.userEnteredValue ?? {};
      const [content] = Object.values(value);
      return formulaValue || content === undefined ? [] : [[headers[place]!, content] as const];
    });
    return cells.length === 0 ? [] : [Object.fromEntries(cells)];
  });
}

/** As a German ticket system writes it: a title above, semicolons, German words and dates. */
export const GERMAN = [
  'Meine Vorgänge;;;;;',
  'Vorgang;Vertrag;Betreff;Status;Erstellt;Ort',
  'T-2;E-1;=HYPERLINK("https://x.example");offen;08.06.2026;Köln',
  'T-3;E-1;"Zeile 1\nZeile 2";gelöst;31.05.2026;Bonn',
  't-1;E-1;Schon da;offen;01.05.2026;',
  'T-4;E-1;Ohne Datum;in Arbeit;irgendwann;',
].join('\r\n');
