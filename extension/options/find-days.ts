/** What each way of finding days to add is given. */
import type { AddedDays } from '#core/engagement/edit-calendar.ts';
import type { Calendar } from '#core/time/calendar.ts';
import type { Say } from '../ui/words.ts';

export interface FindProps {
  week: Calendar['week'];
  year: number;
  say: Say;
  /** What was found; `note` says what had to be left out. */
  onFound: (days: AddedDays, note?: string) => void;
}
