/** What a tier includes, how and how often; what is stated without either, and what it does not include. */
import type { SaidEntitlement } from '../platform/said.ts';
import { VerdictMark } from './StateMark.tsx';
import type { Say } from './words.ts';

export function Entitlements({ entries, say }: { entries: readonly SaidEntitlement[]; say: Say }) {
  const included = entries.filter((entry) => entry.included);
  const groups: [heading: string | null, entries: SaidEntitlement[]][] = [
    [null, included.filter(({ delivery }) => delivery !== null)],
    [say('overlay.delivery-not-stated'), included.filter(({ delivery }) => delivery === null)],
    [say('overlay.not-included'), entries.filter((entry) => !entry.included)],
  ];
  return (
    <>
      {groups
        .filter(([, group]) => group.length > 0)
        .map(([heading, group]) => (
          <div key={heading} class="entitlements">
            {heading && <h4>{heading}</h4>}
            <ul>
              {group.map((entry) => (
                <li key={entry.deliverable} title={entry.about}>
                  <VerdictMark is={entry.included ? 'yes' : 'no'} />
                  <span class={heading ? undefined : 'name'}>{entry.name}</span>
                  {entry.delivery && <span>{deliveryOf(entry.delivery, say)}</span>}
                </li>
              ))}
            </ul>
            <p class="clause">{[...new Set(group.map(({ clause }) => clause))].join(' · ')}</p>
          </div>
        ))}
    </>
  );
}

/** How and how often. */
export function deliveryOf(
  { methods, frequency }: NonNullable<SaidEntitlement['delivery']>,
  say: Say,
): string {
  const named = methods.map((method) => say(`method.${method}`));
  return say('overlay.delivery', {
    methods: new Intl.ListFormat(say.language, { type: 'disjunction' }).format(named),
    frequency: say(`frequency.${frequency}`),
  });
}
