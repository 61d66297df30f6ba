import { DateTime } from 'luxon';
import { datesOf, hoursOf, MINUTE_MS, MONDAY_FIRST, type Rival } from './rival.ts';

/** Day by day over the spans of each date: correct if written with care, and what most in-house code does. */
export const withLuxon: Rival = {
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
