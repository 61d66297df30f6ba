import { isProblem } from '#core/problem.ts';
import { compileCalendar } from '#core/time/business-clock.ts';
import { dueTime } from '#core/time/due-at.ts';
import { MINUTE_MS, type Rival } from './rival.ts';

export const ours: Rival = {
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
