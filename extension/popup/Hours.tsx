/** When the service is there: now, over the week, and the next days off. */
import type { CustomerAnswer } from '../platform/popup-messages.ts';
import { dateOnly, nearbyInstant, sameWallTime, zoneCity } from '../ui/format.ts';
import { VerdictMark } from '../ui/StateMark.tsx';
import type { Say } from '../ui/words.ts';

interface Props {
  shown: CustomerAnswer;
  nowMs: number;
  zone: string;
  say: Say;
}

export function Hours({ shown, nowMs, zone, say }: Props) {
  const { openNow, nextChangeMs, hours, hoursClause, daysOff } = shown;
  return (
    <section class="part">
      <h3>{say('popup.hours')}</h3>
      <p class="open" data-part="open">
        <VerdictMark is={openNow ? 'yes' : 'no'} />
        <strong>{say(openNow ? 'popup.open-now' : 'popup.closed-now')}</strong>
      </p>
      {nextChangeMs !== null && (
        <NextChange {...{ nextChangeMs, openNow, nowMs, zone, say }} contractZone={shown.engagement.zone} />
      )}
      <dl class="figures">
        {hours.map(({ days, spans }) => (
          <div key={days}>
            <dt>{days}</dt>
            <dd>{spans === '' ? <span class="soft">{say('popup.closed')}</span> : spans}</dd>
          </div>
        ))}
      </dl>
      <p class="clause">{hoursClause}</p>
      {daysOff.length > 0 && (
        <>
          <h4>{say('popup.days-off')}</h4>
          <dl class="figures">
            {daysOff.map(({ date, name }) => (
              <div key={date + name}>
                <dt>{dateOnly(date, say.language)}</dt>
                <dd>{name}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

interface ChangeProps {
  nextChangeMs: number;
  openNow: boolean;
  nowMs: number;
  zone: string;
  contractZone: string;
  say: Say;
}

/** In the contract's zone, and in mine where the clocks differ. */
function NextChange({ nextChangeMs, openNow, nowMs, zone, contractZone, say }: ChangeProps) {
  const when = (there: string) => nearbyInstant(nextChangeMs, there, say.language, nowMs, zone);
  const change = openNow ? 'closes' : 'opens';
  return (
    <ul class="figures">
      <li>{say(`popup.${change}`, { when: when(contractZone), zone: zoneCity(contractZone) })}</li>
      {!sameWallTime(nextChangeMs, contractZone, zone) && (
        <li>{say(`popup.${change}-here`, { when: when(zone) })}</li>
      )}
    </ul>
  );
}
