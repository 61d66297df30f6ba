/** A small picture of few colours as a PNG: the browser's own keep each pixel whole, which takes three times the bytes. */
import { crc32 } from 'node:zlib';
import { zlibAsync } from '@gfx/zopfli';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Colours with a palette; no other compression, filter or interlacing than the format's only or first. */
const INDEXED = Buffer.from([8, 3, 0, 0, 0]);
/** What an edge between two colours is rounded to: nobody sees the difference of a sixteenth. */
const STEP = 17;
const MOST_COLOURS = 256;

/** `pixels`: red, green, blue and alpha of each, row by row. */
export async function palettePng(pixels: readonly number[], size: number): Promise<Buffer> {
  const colours = coloursOf(pixels);
  const palette = [...new Set(colours)];
  if (palette.length > MOST_COLOURS) throw new Error(`${palette.length} colours: more than a palette holds`);
  const channels = palette.map((colour) => colour.split(' ').map(Number));
  const places = new Map(palette.map((colour, place) => [colour, place]));
  const rows = Array.from({ length: size }, (_, row) => [
    0,
    ...colours.slice(row * size, (row + 1) * size).map((colour) => places.get(colour)!),
  ]);
  const header = Buffer.alloc(8);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([header, INDEXED])),
    chunk('PLTE', Buffer.from(channels.flatMap((each) => each.slice(0, 3)))),
    chunk('tRNS', Buffer.from(channels.map((each) => each[3]!))),
    chunk('IDAT', await zlibAsync(Buffer.from(rows.flat()), { numiterations: 100 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Each pixel's colour: one that many have as it is, the others, at edges, rounded. */
function coloursOf(pixels: readonly number[]): string[] {
  const exact = Array.from({ length: pixels.length / 4 }, (_, at) => pixels.slice(at * 4, at * 4 + 4));
  const counts = new Map<string, number>();
  for (const each of exact) counts.set(each.join(' '), (counts.get(each.join(' ')) ?? 0) + 1);
  const many = exact.length / 16;
  return exact.map((each) =>
    counts.get(each.join(' '))! >= many
      ? each.join(' ')
      : each.map((value) => Math.round(value / STEP) * STEP).join(' '),
  );
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
