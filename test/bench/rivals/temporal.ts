import { Temporal } from 'temporal-polyfill';
import { datesOf, hoursOf, MINUTE_MS, MONDAY_FIRST, type Rival } from './rival.ts';

/** The same walk as with luxon, over Temporal: its "compatible" wall times are what the contract's hours mean. */
export const withTemporal: Rival = {
  name: 'temporal-polyfill 1.0.8, day by day',
  prepare(calendar) {
    const holidays = new Set(datesOf(calendar));
    const times = Object.fromEntries(
      MONDAY_FIRST.map((day) => [
        day,
        hoursOf(calendar, day).map(
          ({ from, to }) => [Temporal.PlainTime.from(from), Temporal.PlainTime.from(to)] as const,
        ),
      ]),
    );
    const instant = (date: Temporal.PlainDate, plainTime: Temporal.PlainTime) =>
      date.toZonedDateTime({ timeZone: calendar.zone, plainTime }).epochMilliseconds;
    const spansOn = (date: Temporal.PlainDate): [number, number][] =>
      holidays.has(date.toString())
        ? []
        : times[MONDAY_FIRST[date.dayOfWeek - 1]!]!.map(([from, to]) => [
            instant(date, from),
            instant(date, to),
          ]);
    const zoned = (ms: number) =>
      Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(calendar.zone);
    return {
      elapsed({ fromMs, toMs }) {
        const last = zoned(toMs).toPlainDate();
        let openMs = 0;
        for (
          let day = zoned(fromMs).toPlainDate();
          Temporal.PlainDate.compare(day, last) <= 0;
          day = day.add({ days: 1 })
        ) {
          for (const [start, end] of spansOn(day))
            openMs += Math.max(0, Math.min(end, toMs) - Math.max(start, fromMs));
        }
        return openMs;
      },
      add({ fromMs, businessMinutes }) {
        let leftMs = businessMinutes * MINUTE_MS;
        for (let day = zoned(fromMs).toPlainDate(); ; day = day.add({ days: 1 })) {
          for (const [start, end] of spansOn(day)) {
            const openMs = Math.max(0, end - Math.max(start, fromMs));
            if (leftMs <= openMs) return end - openMs + leftMs;
            leftMs -= openMs;
          }
        }
      },
      due({ fromMs, businessDays }) {
        let day = zoned(fromMs).toPlainDate();
        let countedMs = 0;
        for (; countedMs === 0; day = day.add({ days: 1 })) {
          const open = spansOn(day).find(([, end]) => fromMs < end);
          if (open) countedMs = Math.max(open[0], fromMs);
        }
        const wall = zoned(countedMs).toPlainTime();
        let left = businessDays;
        for (; ; day = day.add({ days: 1 })) {
          const spans = spansOn(day);
          if (spans.length === 0 || --left > 0) continue;
          const sameMs = instant(day, wall);
          if (spans.some(([start, end]) => start <= sameMs && sameMs < end)) return sameMs;
          return spans.find(([start]) => start > sameMs)?.[0] ?? Math.max(...spans.map(([, end]) => end));
        }
      },
    };
  },
};
