/** What people set of a tracker: its zone, its calendars, the limits of its Rules tab, the reading of its target. */
import { BUSINESS_DAY_READINGS } from '#core/rulebook/business-day-readings.ts';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import {
  type Cell,
  describeTracker,
  firstRowOf,
  LIMIT_RULES,
  readLimit,
  textOf,
  tierColumn,
  type Words,
  type Workbook,
} from '#core/tracker/index.ts';
import { placeOnRules, rulebookAsRead, warnShare } from './check.ts';
import { refuseLocked } from './failure.ts';
import type { OpenTracker } from './open-tracker.ts';
import type { ReadTracker } from './read-rows.ts';
import { setUpTracker } from './set-up.ts';
import type { SetLimit, Settings } from './sidebar/protocol.ts';

const PERCENT = 100;

export function settingsIn(read: ReadTracker, zone: string, workbook: Workbook): Settings {
  return {
    zone,
    calendars: (read.rows.lists ?? []).map(({ calendar }) => textOf(calendar)).filter((id) => id !== ''),
    businessDay: rulebookAsRead(read, workbook).readings.businessDay,
    warnPercent: Math.round(warnShare(read, workbook) * PERCENT),
    limits: limitsIn(read),
  };
}

function limitsIn({ rows }: ReadTracker): SetLimit[] {
  return LIMIT_RULES.flatMap((rule) => {
    const row = rows.rules?.find(({ id }) => id === rule);
    return serviceManagement.tiers.map(({ id: tier }) => ({
      rule,
      tier,
      limit: readLimit(row?.[tierColumn(tier)]),
    }));
  });
}

/** Writes what differs, and nothing else. */
export function saveSettings(
  wanted: Settings,
  read: ReadTracker,
  { spreadsheet, workbook, sheetWords, nowMs }: OpenTracker & { nowMs: number },
): void {
  const before = settingsIn(read, spreadsheet.zone, workbook);
  refuseLocked(read.found.values());
  writeLimits(wanted.limits, before.limits, read, sheetWords);
  const set = (name: string, value: number) => {
    const { sheet, area } = placeOnRules(name, read, workbook);
    sheet.write(area, [[value]]);
  };
  if (wanted.warnPercent !== before.warnPercent) {
    set('warnFromShare', wanted.warnPercent / PERCENT);
  }
  if (wanted.businessDay !== before.businessDay) {
    set('businessDay', BUSINESS_DAY_READINGS.indexOf(wanted.businessDay) + 1);
  }
  const isZoneNew = wanted.zone !== before.zone;
  if (isZoneNew) spreadsheet.zone = wanted.zone;
  if (!isZoneNew && wanted.calendars.join('\n') === before.calendars.join('\n')) return;
  const { language } = workbook;
  const described = describeTracker({ language, rulebook: serviceManagement, calendars: wanted.calendars });
  emptyCalendars(read, before.calendars.length);
  setUpTracker(spreadsheet, described, sheetWords, nowMs);
}

function writeLimits(
  wanted: readonly SetLimit[],
  before: readonly SetLimit[],
  { rows, found }: ReadTracker,
  words: Words,
): void {
  const { tab, sheet, positions } = found.get('rules')!;
  for (const { rule, tier, limit } of wanted) {
    const standing = before.find((one) => one.rule === rule && one.tier === tier);
    const place = (rows.rules ?? []).findIndex(({ id }) => id === rule);
    const position = positions.get(tierColumn(tier));
    if (!standing || standing.limit === limit || place < 0 || position === undefined) continue;
    const cell: Cell = limit ?? words.text('tracker.not-stated');
    sheet.write({ row: firstRowOf(tab) + place, column: position + 1, rows: 1, columns: 1 }, [[cell]]);
  }
}

/** The list is written from its top: what stood below it would stay. */
function emptyCalendars({ found }: ReadTracker, count: number): void {
  const { tab, sheet, positions } = found.get('lists')!;
  if (count === 0) return;
  const area = { row: firstRowOf(tab), column: positions.get('calendar')! + 1, rows: count, columns: 1 };
  sheet.write(
    area,
    Array.from({ length: count }, () => [null]),
  );
}
