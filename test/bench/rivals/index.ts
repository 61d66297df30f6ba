/**
 * Who is compared: our core, two packages from npm, what careful people write by hand with luxon and with Temporal,
 * and a table that shows how fast it could be at all.
 */
import { withDayjs } from './dayjs.ts';
import { ours } from './dueline.ts';
import { withLuxon } from './luxon.ts';
import { minuteTable } from './minute-table.ts';
import { withMoment } from './moment.ts';
import type { Rival } from './rival.ts';
import { withTemporal } from './temporal.ts';

export const RIVALS: readonly Rival[] = [ours, minuteTable, withDayjs, withMoment, withLuxon, withTemporal];
