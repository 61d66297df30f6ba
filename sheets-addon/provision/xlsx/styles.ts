/** The styles of a workbook: each distinct combination is stored once and known by its number. */
import { type Format, NUMBER_FORMATS, paintOf } from '#core/tracker/index.ts';
import { escapeAttribute, MAIN_NAMESPACE, XML_HEAD } from './xml.ts';

export interface Style {
  ink?: string;
  ground?: string;
  bold?: boolean;
  size?: number;
  format?: Format;
  /** A line below, in this colour. */
  line?: string;
  wrap?: boolean;
  align?: 'left' | 'center' | 'right';
  /** A little room between the text and its neighbour's. */
  indent?: boolean;
  vertical?: 'top' | 'center';
  /** The text stays text when it is edited. */
  literal?: boolean;
}

const FONT = 'Calibri';
const SIZE = 11;
/** Below this, number formats are the application's own. */
const FIRST_FORMAT = 164;

export class Styles {
  private readonly fonts = new Parts();
  private readonly fills = new Parts();
  private readonly borders = new Parts();
  private readonly formats = new Parts();
  private readonly combinations = new Parts();
  private readonly differences = new Parts();

  constructor() {
    this.of({});
    // The second fill is the application's own; a workbook without it is repaired by Excel.
    this.fills.number('<fill><patternFill patternType="gray125"/></fill>');
  }

  /** Number of a style, for a cell's `s`. */
  of(style: Style): number {
    const {
      bold = false,
      size = SIZE,
      ink = '#1f2937',
      ground,
      line,
      wrap,
      align,
      indent,
      vertical = 'center',
    } = style;
    const font = this.fonts.number(
      `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><color rgb="${argb(ink)}"/><name val="${FONT}"/><family val="2"/></font>`,
    );
    const fill = this.fills.number(
      ground === undefined ? '<fill><patternFill patternType="none"/></fill>' : solid(ground, 'fgColor'),
    );
    const border = this.borders.number(
      `<border><left/><right/><top/>${
        line === undefined ? '<bottom/>' : `<bottom style="thin"><color rgb="${argb(line)}"/></bottom>`
      }<diagonal/></border>`,
    );
    const code = NUMBER_FORMATS[style.format ?? 'number'];
    const format =
      code === 'General'
        ? 0
        : code === '@'
          ? 49
          : FIRST_FORMAT + this.formats.number(`formatCode="${escapeAttribute(code)}"`);
    const alignment = `<alignment vertical="${vertical}"${align ? ` horizontal="${align}"` : ''}${indent ? ' indent="1"' : ''}${wrap ? ' wrapText="1"' : ''}/>`;
    return this.combinations.number(
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${style.literal ? ' quotePrefix="1"' : ''}>${alignment}</xf>`,
    );
  }

  /** Number of a highlight's style, for a conditional format's `dxfId`. */
  highlight(...paint: Parameters<typeof paintOf>): number {
    const { ground, ink, bold } = paintOf(...paint);
    return this.differences.number(
      `<dxf><font>${bold ? '<b/>' : ''}<color rgb="${argb(ink)}"/></font>${solid(ground, 'bgColor')}</dxf>`,
    );
  }

  toXml(): string {
    const formats = this.formats.all.map(
      (code, index) => `<numFmt numFmtId="${FIRST_FORMAT + index}" ${code}/>`,
    );
    return `${XML_HEAD}<styleSheet xmlns="${MAIN_NAMESPACE}">${list('numFmts', formats)}${list(
      'fonts',
      this.fonts.all,
    )}${list('fills', this.fills.all)}${list('borders', this.borders.all)}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${list(
      'cellXfs',
      this.combinations.all,
    )}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>${list(
      'dxfs',
      this.differences.all,
    )}</styleSheet>`;
  }
}

/** XML fragments, each kept once, numbered as they came. */
class Parts {
  private readonly numbers = new Map<string, number>();

  number(part: string): number {
    const known = this.numbers.get(part);
    if (known !== undefined) return known;
    this.numbers.set(part, this.numbers.size);
    return this.numbers.size - 1;
  }

  get all(): string[] {
    return [...this.numbers.keys()];
  }
}

function list(tag: string, parts: readonly string[]): string {
  return parts.length === 0 ? '' : `<${tag} count="${parts.length}">${parts.join('')}</${tag}>`;
}

function solid(colour: string, role: 'fgColor' | 'bgColor'): string {
  return `<fill><patternFill patternType="solid"><${role} rgb="${argb(colour)}"/></patternFill></fill>`;
}

export function argb(colour: string): string {
  return `FF${colour.slice(1).toUpperCase()}`;
}
