/** Who is compared: our core, two packages from npm, and what people write by hand with luxon. */
import dayjs from 'dayjs';
import dayjsBusinessTime from 'dayjs-business-time';
import { DateTime } from 'luxon';
import moment from 'moment-business-time';
import { isProblem } from '#core/problem.ts';
import { compileCalendar } from '#core/time/business-clock.ts';
import type { Calendar, Weekday } from '#core/time/calendar.ts';
import { dueTime } from '#core/time/due-at.ts';
import type { Case, Question } from './cases.ts';

const MINUTE_MS = 60_000;
const SUNDAY_FIRST = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const MONDAY_FIRST = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const LONG_NAMES = {
  sun: 'sunday',
  mon: 'monday',
  tue: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  fri: 'friday',
  sat: 'saturday',
} as const;

/** Answers in epoch milliseconds, or milliseconds of business time. */
export type Answers = Record<Question, (of: Case) => number>;

export interface Rival {
  name: string;
  prepare(calendar: Calendar): Answers;
}

function hoursOf(calendar: Calendar, day: Weekday) {
  return calendar.week[day] ?? [];
}

function datesOf(calendar: Calendar): string[] {
  return (calendar.holidays ?? []).map(({ date }) => date);
}

const ours: Rival = {
  name: 'Dueline core',
  prepare(calendar) {
    const clock = compileCalendar(calendar);
    if (isProblem(clock)) throw new Error(clock.code);
    const whole = (answer: ReturnType<typeof dueTime>) => (typeof answer === 'number' ? answer : Number.NaN);
    return {
      elapsed: ({ fromMs, toMs }) => clock.elapsed(fromMs, toMs),
      add: ({ fromMs, businessMinutes }) => whole(clock.add(fromMs, businessMinutes * MINUTE_MS)),
      due: ({ fromMs, businessDays }) => whole(dueTime(clock, fromMs, { businessDays }, 'same-time')),
    };
  },
};

dayjs.extend(dayjsBusinessTime);

const withDayjs: Rival = {
  name: 'dayjs-business-time 1.0.4',
  prepare(calendar) {
    dayjs.setHolidays(datesOf(calendar));
    const week = SUNDAY_FIRST.map((day) => {
      const spans = hoursOf(calendar, day).map(({ from, to }) => ({ start: `${from}:00`, end: `${to}:00` }));
      return [LONG_NAMES[day], spans.length ? spans : null];
    });
    dayjs.setBusinessTime(Object.fromEntries(week));
    return {
      elapsed: ({ fromMs, toMs }) => dayjs(fromMs).businessMinutesDiff(dayjs(toMs)) * MINUTE_MS,
      add: ({ fromMs, businessMinutes }) => dayjs(fromMs).addBusinessMinutes(businessMinutes).valueOf(),
      due: ({ fromMs, businessDays }) => {
        const from = dayjs(fromMs);
        return (from.isBusinessTime() ? from : from.nextBusinessTime())
          .addBusinessDays(businessDays)
          .valueOf();
      },
    };
  },
};

const withMoment: Rival = {
  name: 'moment-business-time 2.0.0',
  prepare(calendar) {
    const week = SUNDAY_FIRST.map((day, index) => {
      const times = hoursOf(calendar, day).flatMap(({ from, to }) => [`${from}:00`, `${to}:00`]);
      return [index, times.length ? times : null];
    });
    moment.updateLocale('en', { workinghours: Object.fromEntries(week), holidays: datesOf(calendar) });
    return {
      elapsed: ({ fromMs, toMs }) => moment(toMs).workingDiff(moment(fromMs), 'milliseconds'),
      add: ({ fromMs, businessMinutes }) =>
        moment(fromMs).addWorkingTime(businessMinutes, 'minutes').valueOf(),
      due: ({ fromMs, businessDays }) => {
        const from = moment(fromMs);
        return (from.isWorkingTime() ? from : from.nextWorkingTime())
          .addWorkingTime(businessDays, 'days')
          .valueOf();
      },
    };
  },
};

/** Day by day over the spans of each date: correct if written with care, and what most in-house code does. */
const byHand: Rival = {
  name: 'luxon 3.7.2, day by day',
  prepare(calendar) {
    const holidays = new Set(datesOf(calendar));
    const atTime = (date: DateTime, time: string) =>
      date
        .set({ hour: Number(time.slice(0, 2)), minute: Number(time.slice(3, 5)), second: 0, millisecond: 0 })
        .toMillis();
    const spansOn = (date: DateTime): [number, number][] =>
      holidays.has(date.toISODate() ?? '')
        ? []
        : hoursOf(calendar, MONDAY_FIRST[date.weekday - 1] ?? 'mon').map(({ from, to }) => [
            atTime(date, from),
            atTime(date, to),
          ]);
    const dayOf = (ms: number) => DateTime.fromMillis(ms, { zone: calendar.zone }).startOf('day');
    return {
      elapsed({ fromMs, toMs }) {
        let open = 0;
        for (let day = dayOf(fromMs); day.toMillis() < toMs; day = day.plus({ days: 1 })) {
          for (const [start, end] of spansOn(day))
            open += Math.max(0, Math.min(end, toMs) - Math.max(start, fromMs));
        }
        return open;
      },
      add({ fromMs, businessMinutes }) {
        let left = businessMinutes * MINUTE_MS;
        for (let day = dayOf(fromMs); ; day = day.plus({ days: 1 })) {
          for (const [start, end] of spansOn(day)) {
            const open = Math.max(0, end - Math.max(start, fromMs));
            if (left <= open) return end - open + left;
            left -= open;
          }
        }
      },
      due({ fromMs, businessDays }) {
        let day = dayOf(fromMs);
        let countedMs = 0;
        for (; countedMs === 0; day = day.plus({ days: 1 })) {
          const open = spansOn(day).find(([, end]) => fromMs < end);
          if (open) countedMs = Math.max(open[0], fromMs);
        }
        let left = businessDays;
        for (; ; day = day.plus({ days: 1 })) {
          const spans = spansOn(day);
          if (spans.length === 0 || --left > 0) continue;
          const wall = DateTime.fromMillis(countedMs, { zone: calendar.zone });
          const sameMs = day.set({ hour: wall.hour, minute: wall.minute }).toMillis();
          if (spans.some(([start, end]) => start <= sameMs && sameMs < end)) return sameMs;
          return spans.find(([start]) => start > sameMs)?.[0] ?? Math.max(...spans.map(([, end]) => end));
        }
      },
    };
  },
};

export const RIVALS: readonly Rival[] = [ours, withDayjs, withMoment, byHand];
