import type { EngagementView, PersonView } from '#core/response/verdict.ts';
import { dateOnly } from './format.ts';
import type { Say } from './words.ts';

/** What is said beside somebody: on which day they answer, or until when they are away. */
export function personNote(
  { awayUntil }: PersonView,
  isServing: boolean,
  { servingOn }: EngagementView,
  say: Say,
): string | null {
  if (isServing) {
    const today = () => new Intl.RelativeTimeFormat(say.language, { numeric: 'auto' }).format(0, 'day');
    return say('overlay.serves', {
      when: servingOn === null ? today() : dateOnly(servingOn, say.language),
    });
  }
  return awayUntil && say('overlay.away-until', { until: dateOnly(awayUntil, say.language) });
}
