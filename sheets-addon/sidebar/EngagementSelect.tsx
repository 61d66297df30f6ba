/** Chooses an engagement, each told by its id and its customer. */
import type { EngagementOffer } from './protocol.ts';

interface EngagementSelectProps {
  id: string;
  label: string;
  offers: readonly EngagementOffer[];
  value: string;
  onChange: (id: string) => void;
  /** Whether one has to be chosen first; else the first one is. */
  isOpen?: boolean;
}

export function EngagementSelect({ id, label, offers, value, onChange, isOpen }: EngagementSelectProps) {
  return (
    <label class={isOpen ? 'needed screen-only' : 'screen-only'} htmlFor={id}>
      <span>{label}</span>
      <select
        id={id}
        name={id}
        required={isOpen}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        {isOpen && <option value="" />}
        {offers.map((offer) => (
          <option key={offer.id} value={offer.id}>
            {[offer.id, offer.customer].filter((part) => part !== '').join(' · ')}
          </option>
        ))}
      </select>
    </label>
  );
}
