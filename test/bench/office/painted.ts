/** The cells of a workbook that LibreOffice has written as HTML, one by one: at full size it is too long for a parser. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

export interface PaintedCell {
  /** Sheet, row and column as they come, from 0. */
  sheet: number;
  row: number;
  column: number;
  text: string;
  /** `#rrggbb`; `null` where it has none. */
  ground: string | null;
}

const TOKEN = /<table|<tr|<td([^>]*)>([\s\S]*?)<\/td>/g;
const NAMED: Readonly<Record<string, string>> = { amp: '&', gt: '>', lt: '<', nbsp: '\u00a0', quot: '"' };

export async function* paintedCells(path: string): AsyncGenerator<PaintedCell> {
  const at = { sheet: -1, row: -1, column: -1 };
  let begun = '';
  for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
    const text = `${begun}${line}\n`;
    // A cell may go on in the next line.
    begun = text.lastIndexOf('<td') > text.lastIndexOf('</td>') ? text : '';
    if (begun !== '') continue;
    for (const [token, attributes = '', content = ''] of text.matchAll(TOKEN)) {
      if (token === '<table') Object.assign(at, { sheet: at.sheet + 1, row: -1 });
      else if (token === '<tr') Object.assign(at, { row: at.row + 1, column: -1 });
      else {
        at.column++;
        const ground = /bgcolor="([^"]*)"/.exec(attributes)?.[1]?.toLowerCase() ?? null;
        yield { ...at, text: plain(content), ground };
      }
    }
  }
}

function plain(content: string): string {
  return content
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:#(\d+)|(\w+));/g, (whole, code, name) =>
      code ? String.fromCodePoint(Number(code)) : (NAMED[name] ?? whole),
    )
    .trim();
}
