/** The .xlsx file: its parts, zipped. The same workbook always gives the same bytes. */
import { strToU8, zipSync } from 'fflate';
import type { Row, Tab, Words, Workbook } from '#core/tracker/index.ts';
import { definedNames } from './names.ts';
import { Styles } from './styles.ts';
import { worksheetXml } from './worksheet.ts';
import { escapeAttribute, MAIN_NAMESPACE, RELATIONS_NAMESPACE, XML_HEAD } from './xml.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** The first day that a zip file can hold. */
const NO_TIME = '1980-01-01T00:00:00';

export interface WorkbookContent {
  workbook: Workbook;
  words: Words;
  rowsOf(tab: Tab): readonly Row[];
  named: Readonly<Record<string, number>>;
}

export function packWorkbook({ workbook, words, rowsOf, named }: WorkbookContent): Uint8Array {
  const styles = new Styles();
  const sheets = workbook.tabs.map((tab, index) =>
    worksheetXml({ workbook, tab, rows: rowsOf(tab), named, words, styles, active: index === 0 }),
  );
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([{ type: 'officeDocument', target: 'xl/workbook.xml' }]),
    'xl/workbook.xml': workbookXml(workbook, (tab) => rowsOf(tab).length),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index) => ({ type: 'worksheet', target: `worksheets/sheet${index + 1}.xml` })),
      { type: 'styles', target: 'styles.xml' },
    ]),
    'xl/styles.xml': styles.toXml(),
    ...Object.fromEntries(sheets.map((xml, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), {
    level: 6,
    mtime: NO_TIME,
  });
}

function workbookXml(workbook: Workbook, filledRows: (tab: Tab) => number): string {
  const sheets = workbook.tabs.map(
    (tab, index) =>
      `<sheet name="${escapeAttribute(tab.title)}" sheetId="${index + 1}"${tab.hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  return `${XML_HEAD}<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATIONS_NAMESPACE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.join('')}</sheets>${definedNames(workbook, filledRows)}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`;
}

function relations(parts: readonly { type: string; target: string }[]): string {
  const all = parts.map(
    ({ type, target }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS_NAMESPACE}/${type}" Target="${target}"/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const parts = [
    { path: '/xl/workbook.xml', type: `${TYPE}.sheet.main+xml` },
    { path: '/xl/styles.xml', type: `${TYPE}.styles+xml` },
    ...Array.from({ length: sheets }, (_, index) => ({
      path: `/xl/worksheets/sheet${index + 1}.xml`,
      type: `${TYPE}.worksheet+xml`,
    })),
  ];
  const overrides = parts.map(({ path, type }) => `<Override PartName="${path}" ContentType="${type}"/>`);
  return `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}
