import dayjs from 'dayjs';
import dayjsBusinessTime from 'dayjs-business-time';
import { datesOf, hoursOf, MINUTE_MS, type Rival, SUNDAY_FIRST } from './rival.ts';

const LONG_NAMES = {
  sun: 'sunday',
  mon: 'monday',
  tue: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  fri: 'friday',
  sat: 'saturday',
} as const;

dayjs.extend(dayjsBusinessTime);

export const withDayjs: Rival = {
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
