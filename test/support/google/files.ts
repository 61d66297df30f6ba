/** Drive's files, as far as a tracker needs them: made, found by their properties, changed. */
import type { drive_v3 as drive } from 'googleapis/build/src/apis/drive/v3.js';
import { notFound } from './book.ts';
import { checkMask, masked, parseMask } from './mask.ts';
import { refuse } from './refused.ts';
import { checkMessage } from './schema.ts';

const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';
const CONDITION =
  /^(?:appProperties has \{ key='((?:[^'\\]|\\.)+)' and value='((?:[^'\\]|\\.)*)' \}|trashed = (true|false))$/;

export class Files {
  readonly all: drive.Schema$File[] = [];

  constructor(private readonly opened: (id: string, name: string) => void) {}

  create(body: drive.Schema$File): drive.Schema$File {
    checkMessage('drive/v3', body, 'File');
    if (body.mimeType !== SPREADSHEET) throw new Error(`The stand-in models spreadsheets only`);
    if ('id' in body) refuse('Pre-generated IDs are not supported for this MIME type.');
    const number = this.all.length + 1;
    const file = {
      ...structuredClone(body),
      id: `sheet-${number}-of-the-stand-in`,
      trashed: false,
      version: '1',
      createdTime: `2026-01-01T00:00:0${number}.000Z`,
    };
    this.all.push(file);
    this.opened(file.id, body.name ?? 'Untitled');
    return file;
  }

  get(id: string, query: URLSearchParams): drive.Schema$File {
    const file = this.all.find((candidate) => candidate.id === id) ?? notFound();
    const fields = parseMask(query.get('fields') ?? 'id,name,mimeType');
    checkMask('drive/v3', fields, 'File');
    return masked(file, fields);
  }

  /** Drive counts every change of what is in a file. */
  touch(id: string): void {
    const file = this.all.find((candidate) => candidate.id === id);
    if (file) file.version = String(Number(file.version) + 1);
  }

  list(query: URLSearchParams): drive.Schema$FileList {
    const parts = splitConditions(query.get('q') ?? '');
    const files = this.all.filter((file) =>
      parts.every((part) => {
        const [, key, value, trashed] = CONDITION.exec(part) ?? refuse(`Invalid query: ${part}`);
        return trashed === undefined
          ? file.appProperties?.[unquoted(key!)] === unquoted(value!)
          : file.trashed === (trashed === 'true');
      }),
    );
    const fields = parseMask(query.get('fields') ?? 'files(id,name)');
    checkMask('drive/v3', fields, 'FileList');
    return masked({ files }, fields);
  }

  update(id: string, body: drive.Schema$File): drive.Schema$File {
    checkMessage('drive/v3', body, 'File');
    const file = this.all.find((candidate) => candidate.id === id);
    if (!file) return refuse(`File not found: ${id}`);
    const { appProperties, ...rest } = body;
    Object.assign(
      file,
      rest,
      appProperties ? { appProperties: { ...file.appProperties, ...appProperties } } : {},
    );
    return file;
  }
}

/** Conditions are joined by `and`, which also stands between the braces. */
function splitConditions(query: string): string[] {
  return query.split(/ and (?![^{]*\})/);
}

function unquoted(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}
