/** For those who serve several customers: every answer owed over all sites and sheets, by when it is due. */
import type { OwedEntry } from '../platform/popup-messages.ts';
import { localDate } from '../ui/format.ts';
import type { Say } from '../ui/words.ts';
import { OwedList } from './Owed.tsx';

interface Props {
  desk: readonly OwedEntry[];
  nowMs: number;
  zone: string;
  say: Say;
}

const GROUPS = ['overdue', 'today', 'later'] as const;

export function Desk({ desk, nowMs, zone, say }: Props) {
  const groupOf = ({ dueMs }: OwedEntry): (typeof GROUPS)[number] => {
    if (dueMs !== null && dueMs < nowMs) return 'overdue';
    return dueMs !== null && localDate(dueMs, zone) === localDate(nowMs, zone) ? 'today' : 'later';
  };
  return (
    <div data-part="desk">
      {desk.length === 0 && (
        <section class="part">
          <p>{say('popup.desk-none')}</p>
        </section>
      )}
      {GROUPS.map((group) => {
        const owed = desk.filter((entry) => groupOf(entry) === group);
        return (
          owed.length > 0 && (
            <section key={group} class="part" data-group={group}>
              <h2>{say(`popup.desk-${group}`, { count: owed.length })}</h2>
              <OwedList owed={owed} named {...{ nowMs, zone, say }} />
            </section>
          )
        );
      })}
    </div>
  );
}
