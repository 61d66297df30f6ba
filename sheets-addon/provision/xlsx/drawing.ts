/** Where the charts of a page stand. */
import type { Page, PageChart } from '#core/report/index.ts';
import { CHART_NAMESPACE } from './chart.ts';
import { escapeAttribute, RELATIONS_NAMESPACE, XML_HEAD } from './xml.ts';

const NAMESPACE = 'http://schemas.openxmlformats.org/drawingml/2006';

export function drawingXml({ charts, columns }: Page): string {
  const anchors = charts.map((chart, index) => anchor(chart, index + 1, columns.length));
  return `${XML_HEAD}<xdr:wsDr xmlns:xdr="${NAMESPACE}/spreadsheetDrawing" xmlns:a="${NAMESPACE}/main">${anchors.join('')}</xdr:wsDr>`;
}

function anchor({ atRow, rows, title }: PageChart, number: number, width: number): string {
  const place = (column: number, row: number) =>
    `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
  return [
    `<xdr:twoCellAnchor><xdr:from>${place(0, atRow)}</xdr:from><xdr:to>${place(width, atRow + rows)}</xdr:to>`,
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${number + 1}" name="Chart ${number}" descr="${escapeAttribute(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    `<a:graphic><a:graphicData uri="${CHART_NAMESPACE}"><c:chart xmlns:c="${CHART_NAMESPACE}" xmlns:r="${RELATIONS_NAMESPACE}" r:id="rId${number}"/></a:graphicData></a:graphic>`,
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>',
  ].join('');
}
