/** The tiers side by side: what each promises, and for each deliverable how and how often. */

import type { CustomerAnswer } from '../platform/popup-messages.ts';
import type { SaidEntitlement } from '../platform/said.ts';
import { deliveryOf } from '../ui/Entitlements.tsx';
import { VerdictMark } from '../ui/StateMark.tsx';
import type { Say } from '../ui/words.ts';

/** Three tiers fit the popup; more of them scroll. */
const NAMES_PX = 96;
const TIER_PX = 84;

export function Compare({ tiers, say }: { tiers: CustomerAnswer['tiers']; say: Say }) {
  if (tiers.length < 2) return null;
  const rows = tiers[0]!.entitlements;
  return (
    <details class="part">
      <summary>
        <h3>{say('popup.compare')}</h3>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section class="scroll" tabIndex={0} aria-label={say('popup.compare')}>
        <table data-part="compare" style={{ minWidth: `${NAMES_PX + TIER_PX * tiers.length}px` }}>
          <thead>
            <tr>
              <td />
              {tiers.map(({ id, name, own }) => (
                <th key={id} scope="col" class={own ? 'own' : undefined}>
                  {name}
                  {own && <span class="small soft"> {say('popup.yours')}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{say('popup.target')}</th>
              {tiers.map(({ id, target, own }) => (
                <td key={id} class={own ? 'own' : undefined}>
                  {target}
                </td>
              ))}
            </tr>
            {rows.map(({ deliverable, name }) => (
              <tr key={deliverable}>
                <th scope="row">{name}</th>
                {tiers.map(({ id, own, entitlements }) => (
                  <td key={id} class={own ? 'own' : undefined}>
                    <Cell entry={entitlements.find((entry) => entry.deliverable === deliverable)} say={say} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function Cell({ entry, say }: { entry: SaidEntitlement | undefined; say: Say }) {
  if (!entry?.included) {
    return (
      <>
        <VerdictMark is="no" />
        <span class="only-read">{say('overlay.not-included')}</span>
      </>
    );
  }
  return (
    <>
      <VerdictMark is="yes" />
      {entry.delivery ? (
        <span class="small">{deliveryOf(entry.delivery, say)}</span>
      ) : (
        <span class="only-read">{say('popup.included')}</span>
      )}
    </>
  );
}
