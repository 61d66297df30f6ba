/** A year as twelve months, and the days in it that are not as usual, by name. */
import type { CalendarDay } from '#core/time/calendar-year.ts';
import type { CalendarYear } from '../platform/settings-messages.ts';
import { dateOnly } from '../ui/format.ts';
import type { Say } from '../ui/words.ts';

const USUAL: readonly CalendarDay['kind'][] = ['open', 'closed'];
const WEEK_DAYS = 7;

interface Props {
  year: number;
  shown: CalendarYear;
  /** No day can be taken out. */
  locked: boolean;
  say: Say;
  onRemove: (date: string) => void;
}

export function YearView({ year, shown, locked, say, onRemove }: Props) {
  const { days, hours, zone } = shown;
  const special = days.filter(({ kind }) => !USUAL.includes(kind));
  const kinds = [...new Set(days.map(({ kind }) => kind))];
  return (
    <>
      <p class="soft">
        {zone} · {hours.map((row) => `${row.days} ${row.spans || say('calendar.closed')}`).join(' · ')}
      </p>
      <div class="months" data-part="year">
        {Array.from({ length: 12 }, (_, month) => {
          const prefix = `${year}-${String(month + 1).padStart(2, '0')}`;
          return <Month key={prefix} days={days.filter(({ date }) => date.startsWith(prefix))} say={say} />;
        })}
      </div>
      <ul class="legend">
        {kinds.map((kind) => (
          <li key={kind}>
            <span class={`day ${kind}`} aria-hidden="true" />
            {say(`calendar.kind-${kind}`)}
          </li>
        ))}
      </ul>
      {special.length === 0 ? (
        <p>{say('calendar.no-days', { year: String(year) })}</p>
      ) : (
        <ul class="days" data-part="days">
          {special.map((day) => (
            <li key={day.date}>
              <time dateTime={day.date}>{dateOnly(day.date, say.language)}</time>
              <span>{labelOf(day, say)}</span>
              {!locked && (
                <button
                  type="button"
                  class="button link"
                  aria-label={say('calendar.remove-day', { date: dateOnly(day.date, say.language) })}
                  onClick={() => onRemove(day.date)}
                >
                  {say('calendar.remove')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function labelOf({ kind, name, spans }: CalendarDay, say: Say): string {
  const told = kind === 'hours' ? spans.map(({ from, to }) => `${from}–${to}`).join(', ') : '';
  return [name ?? say(`calendar.kind-${kind}`), told].filter(Boolean).join(' · ');
}

/** Weeks begin on Monday, as business weeks do. */
function Month({ days, say }: { days: readonly CalendarDay[]; say: Say }) {
  const [first] = days;
  if (!first) return null;
  const blanks = (new Date(`${first.date}T00:00Z`).getUTCDay() + WEEK_DAYS - 1) % WEEK_DAYS;
  const cells: (CalendarDay | null)[] = [...Array<null>(blanks).fill(null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / WEEK_DAYS) }, (_, week) =>
    cells.slice(week * WEEK_DAYS, (week + 1) * WEEK_DAYS),
  );
  return (
    <table class="month">
      <caption>{dateOnly(first.date, say.language, { month: 'long' })}</caption>
      <thead>
        <tr>
          {Array.from({ length: WEEK_DAYS }, (_, day) => {
            // 2026-06-08 is a Monday.
            const date = `2026-06-${String(8 + day).padStart(2, '0')}`;
            return (
              <th key={date} scope="col" abbr={dateOnly(date, say.language, { weekday: 'long' })}>
                {dateOnly(date, say.language, { weekday: 'narrow' })}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={index}>
            {week.map((day, place) =>
              day === null ? <td key={place} /> : <Day key={day.date} day={day} say={say} />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day, say }: { day: CalendarDay; say: Say }) {
  const number = Number(day.date.slice(-2));
  if (USUAL.includes(day.kind)) return <td class={`day ${day.kind}`}>{number}</td>;
  return (
    <td class={`day ${day.kind}`} title={labelOf(day, say)}>
      {number}
      <span class="only-read"> {labelOf(day, say)}</span>
    </td>
  );
}
