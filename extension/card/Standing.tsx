/** Who a card is from and how old it is: said before anything that stands on it. */
import type { CardStanding } from '../platform/card-standing.ts';
import { dateOnly, localDate } from '../ui/format.ts';
import { VerdictMark } from '../ui/StateMark.tsx';
import type { Say } from '../ui/words.ts';

interface Props {
  standing: CardStanding;
  zone: string;
  say: Say;
}

export function Standing({ standing, zone, say }: Props) {
  const { from, issuedMs, oldDays } = standing;
  const when = dateOnly(localDate(issuedMs, zone), say.language, { dateStyle: 'medium' });
  return (
    <div data-part="card-standing" data-from={from}>
      <p class={`small ${from === 'known' ? 'tone-ok' : 'tone-warn'}`}>
        <VerdictMark is={from === 'known' ? 'yes' : 'warning'} /> {say(`card.from-${from}`)}
        <span class="soft">
          {' · '}
          {say('card.issued', { when })}
        </span>
      </p>
      {oldDays !== null && <p class="small tone-warn">{say('card.old', { count: oldDays })}</p>}
    </div>
  );
}
