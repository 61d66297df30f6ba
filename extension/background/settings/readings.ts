/** The readings of the rulebook, each worked out on a small example by the same core that judges tickets. */
import { rulebookOf } from '#core/engagement/book.ts';
import { sayInstant } from '#core/language/time-words.ts';
import { isProblem } from '#core/problem.ts';
import { BUSINESS_DAY_READINGS } from '#core/rulebook/business-day-readings.ts';
import type { Readings, Rulebook } from '#core/rulebook/schema.ts';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { showHours } from '#core/scope/weekly-hours.ts';
import { type BusinessClock, compileCalendar } from '#core/time/business-clock.ts';
import { dueTime } from '#core/time/due-at.ts';
import { mondayOf } from '#core/time/local-date.ts';
import { HOUR_MS, MINUTE_MS } from '#core/time/units.ts';
import type { ChangedReadings, ReadingsAnswer } from '../../platform/settings-messages.ts';
import { currentDirectory } from '../directory.ts';
import { policy } from '../policy.ts';
import { surfaceLanguage } from '../speak.ts';
import { scopeExamples } from './scope-examples.ts';

const THURSDAY = 3;
/** Ten minutes before the close of the usual day, and an hour after it: where the readings part. */
const RECEIVED_MS = [16 * HOUR_MS + 50 * MINUTE_MS, 18 * HOUR_MS];
/** An answer due on Friday morning. */
const DUE_MS = 9 * HOUR_MS + 30 * MINUTE_MS;
const CASES = 30;
const HOURS = 10;

/** The examples lie in the week of `nowMs`, in the first calendar's regular hours. */
export async function tryReadings(changed: ChangedReadings, nowMs: number): Promise<ReadingsAnswer> {
  const { book } = await currentDirectory();
  const language = await surfaceLanguage();
  const rulebook = book ? rulebookOf(book.directory) : await rulebookToCome();
  const readings = { ...serviceManagement.readings, ...rulebook.readings, ...changed } as Required<Readings>;
  const [first] = book?.directory.calendars ?? [];
  const clock = regularClock(first ?? { zone: 'UTC', week: rulebook.availability.week });
  const say = (atMs: number) => sayInstant(atMs, { language, zone: clock.zone });
  const thursday = mondayOf(clock.localDayOf(nowMs)) + THURSDAY;
  const received = RECEIVED_MS.map((wallMs) => clock.instantOf(thursday, wallMs));
  const dueMs = clock.instantOf(thursday + 1, DUE_MS);
  const soonMs = clock.add(dueMs, -readings.dueSoonMinutes * MINUTE_MS);
  return {
    kind: 'readings',
    readings,
    rulebook: rulebook.id === serviceManagement.id ? null : (rulebook.names?.[language] ?? rulebook.id),
    received: received.map(say),
    businessDay: BUSINESS_DAY_READINGS.map((reading) => ({
      reading,
      due: received.map((atMs) => {
        const due = dueTime(clock, atMs, { businessDays: 1 }, reading);
        return isProblem(due) ? null : say(due);
      }),
    })),
    dueSoonAt: say(dueMs),
    dueSoonFrom: isProblem(soonMs) ? null : say(soonMs),
    warnFrom: {
      cases: Math.ceil(CASES * readings.warnFromShare),
      hours: showHours(HOURS * HOUR_MS * readings.warnFromShare, HOURS),
      casesLimit: CASES,
      hoursLimit: HOURS,
    },
    scope: scopeExamples(readings, { clock, language, nowMs }),
  };
}

/** What will hold once there is a directory, as far as the organisation has said. */
async function rulebookToCome(): Promise<Rulebook> {
  const { rulebook } = await policy();
  return rulebook === null ? serviceManagement : rulebookOf({ rulebook });
}

/** Without holidays and overrides: an example that falls on one would explain nothing. */
function regularClock({ zone, week }: Parameters<typeof compileCalendar>[0]): BusinessClock {
  const clock = compileCalendar({ zone, week });
  if (isProblem(clock)) throw new Error(`a calendar of an open directory does not compile: ${clock.code}`);
  return clock;
}
