/** What each rendering of the tracker made of it, in the same words: the file, Google's API, the add-on. */
import { readXlsx } from 'hucre/xlsx';
import { serviceManagement } from '#core/index.ts';
import { columnLetters, describeTracker } from '#core/tracker/index.ts';
import { writeRows } from '../../../sheets-addon/provision/write-tracker.ts';
import type { Book } from '../../support/google/book.ts';
import { StandInGoogle } from '../../support/google/server.ts';
import { accountAt, makeTracker, wantedTracker } from '../provision/account.ts';
import { builtAddOn, runAddOn } from './add-on.ts';
import type { FakeSheet } from './stand-in/fake-sheet.ts';
import type { FakeRange } from './stand-in/range.ts';

const workbook = describeTracker({ language: 'en', rulebook: serviceManagement });

/** What a rendering made of one tab. Tabs may be of any length: rows are told by their first. */
interface Made {
  title: string;
  isHidden: boolean;
  frozen: [rows: number, columns: number];
  filter: string | null;
  /** By the letters of the column: which cells are offered, and whether anything else is refused. */
  lists: Record<string, string>;
  /** Columns in which something is warned of that is no date or no number. */
  warnedOf: Record<string, string>;
  /** Ground, condition and columns of each highlight, in their order. */
  highlights: string[];
}

export interface Rendering {
  tabs: Made[];
  names: Record<string, string>;
  /** Ranges whose change is warned of, by tab. */
  warnings: Record<string, string[]>;
}

/** `A2:Z2001` as `A2:Z`; `A2:A2001` as `A2`. */
function withoutEnd(range: string): string {
  const [, from, row, to] = /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?\d+)?$/.exec(range)!;
  return to === undefined || to === from ? `${from}${row}` : `${from}${row}:${to}`;
}

const inTab = (title: string, range: string) => `${title}!${withoutEnd(range)}`;
/** `'Lists'!$C$2:$C$5` as `Lists!C2`. */
const source = (reference: string) => {
  const [, title, range] = /^=?'(.+)'!(.+)$/.exec(reference)!;
  return inTab(title!, range!);
};
const offered = (from: string, isStrict: boolean) => `${from} ${isStrict ? 'only' : 'or more'}`;
const byName = <T>(entries: Iterable<readonly [string, T]>) =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

export async function inFile(): Promise<Rendering> {
  const bytes = writeRows({}, { language: 'en', rulebook: serviceManagement });
  const { sheets, namedRanges = [] } = await readXlsx(bytes, { readStyles: true });
  const named = new Map(namedRanges.map(({ name, range }) => [name, range]));
  // A list that depends on the row's tier: what it offers where there is none.
  const listed = (formula: string) => source(named.get(/[A-Z]\w+_\w+/.exec(formula)![0])!);
  const ownNames = namedRanges.filter(({ name }) => name.startsWith('Dueline_'));
  return {
    names: byName(ownNames.map(({ name, range }) => [name, source(range)])),
    warnings: {},
    tabs: sheets.map((sheet) => {
      const checks = (sheet.dataValidations ?? []).map((check) => ({
        ...check,
        letters: check.range.split(/\d/)[0]!,
      }));
      const ofType = (...types: string[]) => checks.filter(({ type }) => types.includes(type));
      return {
        title: sheet.name,
        isHidden: sheet.hidden === true,
        frozen: [sheet.freezePane?.rows ?? 0, sheet.freezePane?.columns ?? 0],
        filter: sheet.autoFilter ? withoutEnd(sheet.autoFilter.range) : null,
        lists: byName(
          ofType('list').map(({ letters, formula1, errorStyle }) => [
            letters,
            offered(listed(formula1!), errorStyle !== 'warning'),
          ]),
        ),
        warnedOf: byName(
          ofType('date', 'decimal').map(({ letters, type }) => [
            letters,
            type === 'date' ? 'date' : 'number',
          ]),
        ),
        highlights: (sheet.conditionalRules ?? []).map(({ range, formula, style }) => {
          const fill = style?.fill as { bgColor?: { rgb?: string } } | undefined;
          const ground = `#${fill?.bgColor?.rgb?.toLowerCase()}`;
          return [ground, String(formula), ...range.split(' ').map(withoutEnd)].join(' ');
        }),
      };
    }),
  };
}

export async function throughApi(): Promise<Rendering> {
  const google = new StandInGoogle();
  await google.start();
  try {
    const { id } = await makeTracker(accountAt(google), { ...wantedTracker('en'), workbook });
    return renderingOf(google.book(id));
  } finally {
    await google.stop();
  }
}

function renderingOf({ sheets, names }: Book): Rendering {
  const title = (id: number) => sheets.find((sheet) => sheet.id === id)!.title;
  type Grid = NonNullable<(typeof names)[number]['range']>;
  const range = ({ startRowIndex, startColumnIndex, endColumnIndex }: Grid) =>
    withoutEnd(
      `${columnLetters(startColumnIndex!)}${startRowIndex! + 1}:${columnLetters(endColumnIndex! - 1)}9`,
    );
  const hex = (part: number | null | undefined) =>
    Math.round((part ?? 0) * 255)
      .toString(16)
      .padStart(2, '0');
  return {
    names: byName(names.map((name) => [name.name!, `${title(name.range!.sheetId!)}!${range(name.range!)}`])),
    warnings: byName(
      sheets
        .filter(({ protections }) => protections.length > 0)
        .map((sheet) => [
          sheet.title,
          sheet.protections.map((entry) => `${entry.warningOnly ? '' : 'locked '}${range(entry.range!)}`),
        ]),
    ),
    tabs: sheets.map((sheet): Made => {
      const { hidden, gridProperties } = sheet.properties;
      const first = gridProperties!.frozenRowCount!;
      const checks = Array.from({ length: sheet.columnCount }, (_, column) => ({
        letters: columnLetters(column),
        rule: sheet.at(first, column)?.dataValidation,
      })).filter(({ rule }) => rule);
      return {
        title: sheet.title,
        isHidden: hidden === true,
        frozen: [first, gridProperties!.frozenColumnCount ?? 0],
        filter: sheet.filter ? range(sheet.filter.range!) : null,
        lists: byName(
          checks.flatMap(({ letters, rule }) => {
            const { type, values } = rule!.condition!;
            if (type !== 'ONE_OF_RANGE') return [];
            return [[letters, offered(source(values![0]!.userEnteredValue!), rule!.strict === true)]];
          }),
        ),
        warnedOf: byName(
          checks.flatMap(({ letters, rule }) => {
            const { type } = rule!.condition!;
            if (type === 'ONE_OF_RANGE') return [];
            return [[letters, type === 'DATE_IS_VALID' ? 'date' : 'number']];
          }),
        ),
        highlights: sheet.rules.map(({ ranges, booleanRule }) => {
          const { condition, format } = booleanRule!;
          const { red, green, blue } = format!.backgroundColorStyle!.rgbColor!;
          const formula = condition!.values![0]!.userEnteredValue!.slice(1);
          return [`#${hex(red)}${hex(green)}${hex(blue)}`, formula, ...ranges!.map(range)].join(' ');
        }),
      };
    }),
  };
}

export async function insideSheets(): Promise<Rendering> {
  const running = runAddOn((await builtAddOn()).script);
  running.call('setUp');
  const { sheets, names } = running.world;
  return {
    names: byName(
      [...names].map(([name, reference]) => {
        const [title, range] = reference.split('!') as [string, string];
        return [name, inTab(title, range)];
      }),
    ),
    warnings: byName(
      sheets
        .filter(({ protections }) => protections.length > 0)
        .map((sheet) => [
          sheet.name,
          sheet.protections.map(
            ({ isWarning, range }) => `${isWarning ? '' : 'locked '}${withoutEnd(range)}`,
          ),
        ]),
    ),
    tabs: sheets.map((sheet): Made => {
      const checks = checksOf(sheet);
      return {
        title: sheet.name,
        isHidden: sheet.isHidden,
        frozen: [sheet.frozenRows, sheet.frozenColumns],
        filter: sheet.filter === null ? null : withoutEnd(sheet.filter),
        lists: byName(
          checks.flatMap(({ letters, check }) => {
            if (!check.requireValueInRange) return [];
            const { fake } = check.requireValueInRange[0] as { fake: FakeRange };
            const from = `${fake.sheet.name}!${columnLetters(fake.column - 1)}${fake.row}`;
            return [[letters, offered(from, check.setAllowInvalid?.[0] === false)]];
          }),
        ),
        warnedOf: byName(
          checks.flatMap(({ letters, check }) => {
            if (check.requireValueInRange) return [];
            return [[letters, check.requireDate ? 'date' : 'number']];
          }),
        ),
        highlights: sheet.rules.map(({ background, formula, ranges }) =>
          [background, formula.slice(1), ...ranges.map(withoutEnd)].join(' '),
        ),
      };
    }),
  };
}

function checksOf(sheet: FakeSheet): { letters: string; check: Record<string, unknown[]> }[] {
  return Array.from({ length: sheet.columns }, (_, column) => ({
    letters: columnLetters(column),
    check: sheet.at(sheet.frozenRows + 1, column + 1).validation as Record<string, unknown[]> | null,
  })).flatMap(({ letters, check }) => (check === null ? [] : [{ letters, check }]));
}
