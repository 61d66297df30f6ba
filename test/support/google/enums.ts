/** The words that Google takes where the types of the googleapis package say no more than `string`. */
import type { sheets_v4 as sheets } from 'googleapis/build/src/apis/sheets/v4.js';

type Words<M> = { [F in keyof M]?: readonly string[] };

/** Held to the package's own types: a message or a field that it does not have is an error of types here. */
interface Listed {
  AppendDimensionRequest: Words<sheets.Schema$AppendDimensionRequest>;
  BasicChartAxis: Words<sheets.Schema$BasicChartAxis>;
  BasicChartSeries: Words<sheets.Schema$BasicChartSeries>;
  BasicChartSpec: Words<sheets.Schema$BasicChartSpec>;
  Border: Words<sheets.Schema$Border>;
  BooleanCondition: Words<sheets.Schema$BooleanCondition>;
  CellFormat: Words<sheets.Schema$CellFormat>;
  ConditionValue: Words<sheets.Schema$ConditionValue>;
  CopyPasteRequest: Words<sheets.Schema$CopyPasteRequest>;
  CreateDeveloperMetadataRequest: Words<sheets.Schema$CreateDeveloperMetadataRequest>;
  DeveloperMetadata: Words<sheets.Schema$DeveloperMetadata>;
  DeveloperMetadataLookup: Words<sheets.Schema$DeveloperMetadataLookup>;
  DimensionRange: Words<sheets.Schema$DimensionRange>;
  ErrorValue: Words<sheets.Schema$ErrorValue>;
  MergeCellsRequest: Words<sheets.Schema$MergeCellsRequest>;
  NumberFormat: Words<sheets.Schema$NumberFormat>;
  SheetProperties: Words<sheets.Schema$SheetProperties>;
  SpreadsheetProperties: Words<sheets.Schema$SpreadsheetProperties>;
}

const DIMENSIONS = ['COLUMNS', 'ROWS'];
const AXES = ['BOTTOM_AXIS', 'LEFT_AXIS', 'RIGHT_AXIS'];
const CHARTS = ['AREA', 'BAR', 'COLUMN', 'COMBO', 'LINE', 'SCATTER', 'STEPPED_AREA'];

const LISTED: Listed = {
  AppendDimensionRequest: { dimension: DIMENSIONS },
  BasicChartAxis: { position: AXES },
  BasicChartSeries: { targetAxis: AXES, type: CHARTS },
  BasicChartSpec: {
    chartType: CHARTS,
    legendPosition: [
      'BOTTOM_LEGEND',
      'INSIDE_LEGEND',
      'LEFT_LEGEND',
      'NO_LEGEND',
      'RIGHT_LEGEND',
      'TOP_LEGEND',
    ],
  },
  Border: { style: ['DASHED', 'DOTTED', 'DOUBLE', 'NONE', 'SOLID', 'SOLID_MEDIUM', 'SOLID_THICK'] },
  BooleanCondition: {
    type: [
      ...['BLANK', 'BOOLEAN', 'CUSTOM_FORMULA', 'DATE_AFTER', 'DATE_BEFORE', 'DATE_BETWEEN', 'DATE_EQ'],
      ...['DATE_IS_VALID', 'DATE_NOT_BETWEEN', 'DATE_NOT_EQ', 'DATE_ON_OR_AFTER', 'DATE_ON_OR_BEFORE'],
      ...['FILTER_EXPRESSION', 'NOT_BLANK', 'NUMBER_BETWEEN', 'NUMBER_EQ', 'NUMBER_GREATER'],
      ...['NUMBER_GREATER_THAN_EQ', 'NUMBER_LESS', 'NUMBER_LESS_THAN_EQ', 'NUMBER_NOT_BETWEEN'],
      ...['NUMBER_NOT_EQ', 'ONE_OF_LIST', 'ONE_OF_RANGE', 'TEXT_CONTAINS', 'TEXT_ENDS_WITH', 'TEXT_EQ'],
      ...['TEXT_IS_EMAIL', 'TEXT_IS_URL', 'TEXT_NOT_CONTAINS', 'TEXT_NOT_EQ', 'TEXT_STARTS_WITH'],
    ],
  },
  CellFormat: {
    horizontalAlignment: ['CENTER', 'LEFT', 'RIGHT'],
    hyperlinkDisplayType: ['LINKED', 'PLAIN_TEXT'],
    verticalAlignment: ['BOTTOM', 'MIDDLE', 'TOP'],
    wrapStrategy: ['CLIP', 'LEGACY_WRAP', 'OVERFLOW_CELL', 'WRAP'],
  },
  ConditionValue: {
    relativeDate: ['PAST_MONTH', 'PAST_WEEK', 'PAST_YEAR', 'TODAY', 'TOMORROW', 'YESTERDAY'],
  },
  CopyPasteRequest: {
    pasteOrientation: ['NORMAL', 'TRANSPOSE'],
    pasteType: [
      ...['PASTE_CONDITIONAL_FORMATTING', 'PASTE_DATA_VALIDATION', 'PASTE_FORMAT', 'PASTE_FORMULA'],
      ...['PASTE_NORMAL', 'PASTE_NO_BORDERS', 'PASTE_VALUES'],
    ],
  },
  CreateDeveloperMetadataRequest: {},
  DeveloperMetadata: { visibility: ['DOCUMENT', 'PROJECT'] },
  DeveloperMetadataLookup: {
    locationMatchingStrategy: ['EXACT_LOCATION', 'INTERSECTING_LOCATION'],
    locationType: ['COLUMN', 'ROW', 'SHEET', 'SPREADSHEET'],
    visibility: ['DOCUMENT', 'PROJECT'],
  },
  DimensionRange: { dimension: DIMENSIONS },
  ErrorValue: {
    type: ['DIVIDE_BY_ZERO', 'ERROR', 'LOADING', 'NAME', 'NULL_VALUE', 'NUM', 'N_A', 'REF', 'VALUE'],
  },
  MergeCellsRequest: { mergeType: ['MERGE_ALL', 'MERGE_COLUMNS', 'MERGE_ROWS'] },
  NumberFormat: {
    type: ['CURRENCY', 'DATE', 'DATE_TIME', 'NUMBER', 'PERCENT', 'SCIENTIFIC', 'TEXT', 'TIME'],
  },
  SheetProperties: { sheetType: ['DATA_SOURCE', 'GRID', 'OBJECT'] },
  SpreadsheetProperties: { autoRecalc: ['HOUR', 'MINUTE', 'ON_CHANGE'] },
};

export const ENUMS = LISTED as unknown as Readonly<
  Record<string, Readonly<Record<string, readonly string[] | undefined>> | undefined>
>;
