/** A process that turns trackers into folders, one at a time: unpacking a workbook keeps one core busy. */
import process from 'node:process';
import { type Conversion, convertDirectory, convertFolder, convertWorkbook } from './convert.ts';
import { NotATracker } from './folder.ts';

const CONVERT = { directory: convertDirectory, folder: convertFolder, workbook: convertWorkbook };

process.on('message', async ({ kind, ...conversion }: Conversion & { kind: keyof typeof CONVERT }) => {
  try {
    await CONVERT[kind](conversion);
    process.send?.({ bad: null });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const bad = error instanceof NotATracker ? error.bad : { reason: 'unreadable', values: { detail } };
    process.send?.({ bad });
  }
});
