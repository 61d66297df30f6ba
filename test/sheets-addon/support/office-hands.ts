/** What people do to a workbook by hand, done by LibreOffice itself: it sorts, and takes its formulas along as it does. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProfile, readPainted, type ShownCell } from './office.ts';

/** One thing done to one sheet; its lines are LibreOffice Basic, where `s` is the sheet. */
export interface Deed {
  sheet: string;
  lines: string[];
}

/** Rows and columns from 0. */
export interface Block {
  firstRow: number;
  lastRow: number;
  lastColumn: number;
}

/** A column of somebody's own, with a text in each row from the one given. */
export function insertColumn(sheet: string, at: number, from: number, texts: readonly string[]): Deed {
  const write = (text: string, index: number) =>
    `s.getCellByPosition(${at}, ${from + index}).String = ${quoted(text)}`;
  return { sheet, lines: [`s.Columns.insertByIndex(${at}, 1)`, ...texts.map(write)] };
}

/** Cut out, and put in before another one further to the left. */
export function moveColumn(sheet: string, from: number, to: number): Deed {
  return {
    sheet,
    lines: [
      `s.Columns.insertByIndex(${to}, 1)`,
      `s.moveRange(s.getCellByPosition(${to}, 0).CellAddress, s.Columns.getByIndex(${from + 1}).RangeAddress)`,
      `s.Columns.removeByIndex(${from + 1}, 1)`,
    ],
  };
}

export interface SortKey {
  column: number;
  isDescending?: boolean;
}

/** By the first column, where that is alike by the second, and so on. */
export function sortRows(sheet: string, rows: Block, keys: readonly SortKey[]): Deed {
  const fields = keys.flatMap(({ column, isDescending = false }, index) => [
    `fields(${index}).Field = ${column}`,
    `fields(${index}).IsAscending = ${isDescending ? 'False' : 'True'}`,
  ]);
  return {
    sheet,
    lines: [
      `Dim fields(${keys.length - 1}) As New com.sun.star.table.TableSortField`,
      ...fields,
      'Dim how(1) As New com.sun.star.beans.PropertyValue',
      'how(0).Name = "SortFields" : how(0).Value = fields()',
      'how(1).Name = "ContainsHeader" : how(1).Value = False',
      `s.getCellRangeByPosition(0, ${rows.firstRow}, ${rows.lastColumn}, ${rows.lastRow}).sort(how())`,
    ],
  };
}

export function insertRow(sheet: string, row: number): Deed {
  return { sheet, lines: [`s.Rows.insertByIndex(${row}, 1)`] };
}

export function deleteRows(sheet: string, row: number, count: number): Deed {
  return { sheet, lines: [`s.Rows.removeByIndex(${row}, ${count})`] };
}

/** Does it all, has everything worked out anew, and gives what is painted then. */
export function paintAfter(xlsx: Uint8Array, deeds: readonly Deed[]): Promise<ShownCell[][][]> {
  return inProfile(async ({ folder, profile, start }) => {
    const [file, page] = [join(folder, 'tracker.xlsx'), join(folder, 'tracker.html')];
    await writeFile(file, xlsx);
    // The first start makes the profile, and with it a module of macros without any.
    await start('--terminate_after_init');
    const module = join(profile, 'user', 'basic', 'Standard', 'Module1.xba');
    await writeFile(module, moduleOf(deeds, pathToFileURL(file).href, pathToFileURL(page).href));
    await start('--norestore', 'macro:///Standard.Module1.Main');
    return await readPainted(page);
  });
}

function moduleOf(deeds: readonly Deed[], file: string, page: string): string {
  const lines = [
    'Sub Main',
    'Dim hidden(0) As New com.sun.star.beans.PropertyValue',
    'hidden(0).Name = "Hidden" : hidden(0).Value = True',
    `doc = StarDesktop.loadComponentFromURL(${quoted(file)}, "_blank", 0, hidden())`,
    ...deeds.map(({ sheet }, index) => `Deed${index}(doc.Sheets.getByName(${quoted(sheet)}))`),
    'doc.calculateAll()',
    'Dim written(0) As New com.sun.star.beans.PropertyValue',
    'written(0).Name = "FilterName" : written(0).Value = "HTML (StarCalc)"',
    `doc.storeToURL(${quoted(page)}, written())`,
    'doc.close(True)',
    'StarDesktop.terminate()',
    'End Sub',
    ...deeds.flatMap(({ lines: own }, index) => [`Sub Deed${index}(s)`, ...own, 'End Sub']),
  ];
  const text = lines.join('\n').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">',
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">',
    text,
    '</script:module>',
  ].join('\n');
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
