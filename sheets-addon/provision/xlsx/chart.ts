/** A chart of a page as a DrawingML part: bars upright or lying, with a line over them. */
import type { ChartSeries, Page, PageChart } from '#core/report/index.ts';
import { columnLetters, LOOK, quotedTitle } from '#core/tracker/index.ts';
import { escapeCellText, escapeXml, RELATIONS_NAMESPACE, XML_HEAD } from './xml.ts';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
export const CHART_NAMESPACE = `${DRAWING}/chart`;
/** Ids by which the axes and what is drawn along them find each other. */
const CATEGORIES = 1;
const VALUES = 2;
const GAP_PERCENT = 60;
const STEPS = 6;

export function chartXml(page: Page, chart: PageChart, sheetTitle: string): string {
  const { direction, series, title, valueTitle } = chart;
  const ofKind = (wanted: ChartSeries['kind']) =>
    series.flatMap((one, index) =>
      one.kind === wanted ? seriesXml(page, chart, one, index, sheetTitle) : [],
    );
  const [bars, lines] = [ofKind('bars'), ofKind('line')];
  const axes = `<c:axId val="${CATEGORIES}"/><c:axId val="${VALUES}"/>`;
  const isLying = direction === 'lying';
  return [
    XML_HEAD,
    `<c:chartSpace xmlns:c="${CHART_NAMESPACE}" xmlns:a="${DRAWING}/main" xmlns:r="${RELATIONS_NAMESPACE}">`,
    '<c:roundedCorners val="0"/><c:chart>',
    titleXml(title, 1200, true),
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    `<c:barChart><c:barDir val="${isLying ? 'bar' : 'col'}"/><c:grouping val="clustered"/><c:varyColors val="0"/>`,
    `${bars.join('')}<c:gapWidth val="${GAP_PERCENT}"/>${axes}</c:barChart>`,
    lines.length > 0
      ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lines.join('')}<c:marker val="1"/>${axes}</c:lineChart>`
      : '',
    // What stands first in the table stands on top, where the bars lie.
    `<c:catAx><c:axId val="${CATEGORIES}"/><c:scaling><c:orientation val="${isLying ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${isLying ? 'l' : 'b'}"/>${axisEnd(VALUES)}</c:catAx>`,
    `<c:valAx><c:axId val="${VALUES}"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="${isLying ? 'b' : 'l'}"/><c:majorGridlines><c:spPr>${stroke(LOOK.line, 6350)}</c:spPr></c:majorGridlines>${titleXml(valueTitle, 900, false)}<c:numFmt formatCode="General" sourceLinked="0"/>${axisEnd(CATEGORIES, isLying ? 'max' : 'autoZero')}${stepOf(page, chart)}</c:valAx>`,
    '</c:plotArea>',
    series.length > 1 ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${fonts(900)}</c:legend>` : '',
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>',
    '</c:chartSpace>',
  ].join('');
}

function seriesXml(
  page: Page,
  chart: PageChart,
  { kind, column, name, colour }: ChartSeries,
  index: number,
  sheetTitle: string,
): string {
  const { firstRow, untilRow, categoryColumn } = chart;
  const range = (at: number) => {
    const letters = columnLetters(at);
    return escapeXml(`${quotedTitle(sheetTitle)}!$${letters}$${firstRow + 1}:$${letters}$${untilRow}`);
  };
  const paint =
    kind === 'bars'
      ? `<c:spPr><a:solidFill><a:srgbClr val="${hexOf(colour)}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>`
      : `<c:spPr>${stroke(colour, 19050)}</c:spPr><c:marker><c:symbol val="none"/></c:marker>`;
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeCellText(name)}</c:v></c:tx>${paint}`,
    `<c:cat><c:strRef><c:f>${range(categoryColumn)}</c:f><c:strCache>${cache(page, chart, categoryColumn)}</c:strCache></c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${range(column)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${cache(page, chart, column)}</c:numCache></c:numRef></c:val>`,
    kind === 'line' ? '<c:smooth val="0"/></c:ser>' : '</c:ser>',
  ].join('');
}

/** What the cells hold, for viewers that do not look at them. */
function cache({ rows }: Page, { firstRow, untilRow }: PageChart, column: number): string {
  const values = rows
    .slice(firstRow, untilRow)
    .map(({ cells }) => cells.find((cell) => cell.column === column)?.value ?? null);
  const points = values.flatMap((value, index) =>
    value === null ? [] : [`<c:pt idx="${index}"><c:v>${escapeCellText(String(value))}</c:v></c:pt>`],
  );
  return `<c:ptCount val="${values.length}"/>${points.join('')}`;
}

/** Where all numbers are whole, so are those along the axis. */
function stepOf({ rows }: Page, { firstRow, untilRow, series }: PageChart): string {
  const numbers = rows
    .slice(firstRow, untilRow)
    .flatMap(({ cells }) =>
      cells.flatMap(({ column, value, format }) =>
        series.some((one) => one.column === column) && format === 'integer' ? Number(value) : [],
      ),
    );
  if (numbers.length === 0) return '';
  const step = Math.max(1, Math.ceil(Math.max(...numbers) / STEPS));
  return `<c:majorUnit val="${step}"/>`;
}

function titleXml(text: string, size: number, bold: boolean): string {
  const look = `sz="${size}" b="${bold ? 1 : 0}"`;
  const ink = `<a:solidFill><a:srgbClr val="${hexOf(bold ? LOOK.title : LOOK.quiet)}"/></a:solidFill>`;
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr ${look}>${ink}</a:defRPr></a:pPr><a:r><a:rPr ${look}>${ink}</a:rPr><a:t>${escapeCellText(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function axisEnd(crossing: number, crosses = 'autoZero'): string {
  return `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>${stroke(LOOK.line, 6350)}</c:spPr>${fonts(900)}<c:crossAx val="${crossing}"/><c:crosses val="${crosses}"/>`;
}

const fonts = (size: number) =>
  `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}"><a:solidFill><a:srgbClr val="${hexOf(LOOK.quiet)}"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>`;
const stroke = (colour: string, width: number) =>
  `<a:ln w="${width}"><a:solidFill><a:srgbClr val="${hexOf(colour)}"/></a:solidFill></a:ln>`;
const hexOf = (colour: string) => colour.slice(1).toUpperCase();
