import moment from 'moment-business-time';
import { datesOf, hoursOf, type Rival, SUNDAY_FIRST } from './rival.ts';

export const withMoment: Rival = {
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
