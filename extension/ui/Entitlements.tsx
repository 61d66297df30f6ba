/** What a tier includes, how and how often; what it does not include comes last. */
import type { SaidEntitlement } from '../platform/messages.ts';
import { VerdictMark } from './StateMark.tsx';
import type { Say } from './words.ts';

export function Entitlements({ entries, say }: { entries: readonly SaidEntitlement[]; say: Say }) {
  const sorted = [
    ...entries.filter(({ included }) => included),
    ...entries.filter(({ included }) => !included),
  ];
  return (
    <ul class="entitlements">
      {sorted.map((entry) => (
        <li key={entry.deliverable} class={entry.included ? undefined : 'excluded'}>
          <VerdictMark is={entry.included ? 'yes' : 'no'} />
          <div>
            <p class="name" title={entry.about}>
              {entry.name}
            </p>
            <p>{entry.included ? deliveryOf(entry, say) : say('overlay.not-included')}</p>
            {entry.included && <p class="clause">{entry.clause}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}

function deliveryOf({ delivery }: SaidEntitlement, say: Say): string {
  if (delivery === null) return say('overlay.delivery-not-stated');
  const methods = new Intl.ListFormat(say.language, { type: 'disjunction' }).format(
    delivery.methods.map((method) => say(`method.${method}`)),
  );
  return say('overlay.delivery', { methods, frequency: say(`frequency.${delivery.frequency}`) });
}
