/** The tiers side by side: what each promises, and for each deliverable how and how often. */
import type { ComponentChildren } from 'preact';
import type { CustomerAnswer, TierColumn } from '../platform/popup-messages.ts';
import type { SaidEntitlement } from '../platform/said.ts';
import { deliveryOf } from '../ui/Entitlements.tsx';
import { VerdictMark } from '../ui/StateMark.tsx';
import type { Say } from '../ui/words.ts';

/** Three tiers fit the popup, a narrow one too; more of them scroll. */
const TIER_PX = 98;

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
        <table data-part="compare" style={{ minWidth: `${TIER_PX * tiers.length}px` }}>
          <thead>
            <tr>
              {tiers.map(({ id, name, own }) => (
                <th key={id} scope="col" class={own ? 'own' : undefined}>
                  {name}
                  {own && <span class="small soft"> {say('popup.yours')}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <Row name={say('popup.target')} tiers={tiers} cell={({ target }) => target} />
          {rows.map(({ deliverable, name }) => (
            <Row
              key={deliverable}
              name={name}
              tiers={tiers}
              cell={({ entitlements }) => (
                <Cell entry={entitlements.find((entry) => entry.deliverable === deliverable)} say={say} />
              )}
            />
          ))}
        </table>
      </section>
    </details>
  );
}

interface RowProps {
  name: string;
  tiers: readonly TierColumn[];
  cell: (tier: TierColumn) => ComponentChildren;
}

/** The name stands over its cells: beside them it would leave no room for the longest words. */
function Row({ name, tiers, cell }: RowProps) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={tiers.length}>
          {name}
        </th>
      </tr>
      <tr>
        {tiers.map((tier) => (
          <td key={tier.id} class={tier.own ? 'own' : undefined}>
            {cell(tier)}
          </td>
        ))}
      </tr>
    </tbody>
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
