/** The .xlsx file: its parts, zipped. The same workbook always gives the same bytes. */
import type { Page } from '#core/report/index.ts';
import type { Row, Tab, Words, Workbook } from '#core/tracker/index.ts';
import { chartXml } from './chart.ts';
import { drawingXml } from './drawing.ts';
import { namesXml, pageNames, tabNames } from './names.ts';
import { type PageSheet, pageSheetXml } from './page-sheet.ts';
import { Styles } from './styles.ts';
import { worksheetXml } from './worksheet.ts';
import { escapeAttribute, MAIN_NAMESPACE, RELATIONS_NAMESPACE, XML_HEAD } from './xml.ts';
import { type PackedFile, zipped } from './zip.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DRAWN = 'application/vnd.openxmlformats-officedocument';
const CHART = `${DRAWN}.drawingml.chart`;

export interface WorkbookContent {
  workbook: Workbook;
  words: Words;
  rowsOf(tab: Tab): readonly Row[];
  named: Readonly<Record<string, number>>;
  /** A page behind the tabs. */
  report?: Page | undefined;
}

export function packWorkbook({ workbook, words, rowsOf, named, report }: WorkbookContent): Uint8Array {
  const styles = new Styles();
  const sheets = workbook.tabs.map(
    (tab, index): SheetPart => ({
      title: tab.title,
      hidden: tab.hidden,
      xml: worksheetXml({ workbook, tab, rows: rowsOf(tab), named, words, styles, active: index === 0 }),
      charts: [],
    }),
  );
  const names = tabNames(workbook, (tab) => rowsOf(tab).length);
  if (report) {
    const title = words.text('report.tab');
    names.push(...pageNames(report, title, sheets.length));
    sheets.push(pagePart(title, { page: report, words, styles, active: false }));
  }
  return pack({ sheets, styles, names: namesXml(names) });
}

/** A workbook of one page and nothing else: no hidden sheet, no name beyond the print area. */
export function packPage(page: Page, title: string, words: Words): Uint8Array {
  const styles = new Styles();
  const sheet = pagePart(title, { page, words, styles, active: true });
  return pack({ sheets: [sheet], styles, names: namesXml(pageNames(page, title, 0)) });
}

function pagePart(title: string, sheet: PageSheet): SheetPart {
  const { page } = sheet;
  return {
    title,
    hidden: false,
    xml: [pageSheetXml(sheet)],
    ...(page.charts.length === 0 ? {} : { drawing: drawingXml(page) }),
    charts: page.charts.map((chart) => chartXml(page, chart, title)),
  };
}

interface SheetPart {
  title: string;
  hidden: boolean;
  xml: Iterable<string>;
  drawing?: string;
  charts: string[];
}

interface Package {
  sheets: readonly SheetPart[];
  styles: Styles;
  names: string;
}

function pack({ sheets, styles, names }: Package): Uint8Array {
  const charts = sheets.flatMap((sheet) => sheet.charts);
  return zipped([
    ['[Content_Types].xml', [contentTypes(sheets, charts.length)]],
    ['_rels/.rels', [relations([{ type: 'officeDocument', target: 'xl/workbook.xml' }])]],
    ['xl/workbook.xml', [workbookXml(sheets, names)]],
    [
      'xl/_rels/workbook.xml.rels',
      [
        relations([
          ...sheets.map((_, index) => ({ type: 'worksheet', target: `worksheets/sheet${index + 1}.xml` })),
          { type: 'styles', target: 'styles.xml' },
        ]),
      ],
    ],
    ...sheets.flatMap((sheet, index) => sheetFiles(sheet, index + 1, charts)),
    ...charts.map((xml, index): PackedFile => [`xl/charts/chart${index + 1}.xml`, [xml]]),
    // Last: the worksheets number their styles as they are written.
    ['xl/styles.xml', stylesOf(styles)],
  ]);
}

function* stylesOf(styles: Styles): Generator<string> {
  yield styles.toXml();
}

function sheetFiles({ xml, drawing, charts: own }: SheetPart, number: number, charts: readonly string[]) {
  const name = `sheet${number}.xml`;
  const files: PackedFile[] = [[`xl/worksheets/${name}`, xml]];
  if (drawing === undefined) return files;
  const target = `../drawings/drawing${number}.xml`;
  files.push(
    [`xl/worksheets/_rels/${name}.rels`, [relations([{ type: 'drawing', target }])]],
    [`xl/drawings/drawing${number}.xml`, [drawing]],
    [
      `xl/drawings/_rels/drawing${number}.xml.rels`,
      [
        relations(
          own.map((chart) => ({ type: 'chart', target: `../charts/chart${charts.indexOf(chart) + 1}.xml` })),
        ),
      ],
    ],
  );
  return files;
}

function workbookXml(sheets: readonly SheetPart[], names: string): string {
  const all = sheets.map(
    ({ title, hidden }, index) =>
      `<sheet name="${escapeAttribute(title)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  return `${XML_HEAD}<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATIONS_NAMESPACE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${all.join('')}</sheets>${names}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`;
}

function relations(parts: readonly { type: string; target: string }[]): string {
  const all = parts.map(
    ({ type, target }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS_NAMESPACE}/${type}" Target="${target}"/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function contentTypes(sheets: readonly SheetPart[], charts: number): string {
  const parts = [
    { path: '/xl/workbook.xml', type: `${TYPE}.sheet.main+xml` },
    { path: '/xl/styles.xml', type: `${TYPE}.styles+xml` },
    ...sheets.flatMap(({ drawing }, index) => [
      { path: `/xl/worksheets/sheet${index + 1}.xml`, type: `${TYPE}.worksheet+xml` },
      ...(drawing === undefined
        ? []
        : [{ path: `/xl/drawings/drawing${index + 1}.xml`, type: `${DRAWN}.drawing+xml` }]),
    ]),
    ...Array.from({ length: charts }, (_, index) => ({
      path: `/xl/charts/chart${index + 1}.xml`,
      type: `${CHART}+xml`,
    })),
  ];
  const overrides = parts.map(({ path, type }) => `<Override PartName="${path}" ContentType="${type}"/>`);
  return `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}
