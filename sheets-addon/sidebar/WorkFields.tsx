/** Deliverable and method of what was done: those of the engagement's tier, others on demand and explained. */
import { useState } from 'preact/hooks';
import type { Language, Translate } from '#core/language/index.ts';
import type { FormField } from './protocol.ts';
import { deliverableOffers, methodOffers, tierCalled, type WorkOffers, workNotes } from './work-offers.ts';

export interface Work {
  deliverable: string;
  method: string;
}

interface WorkFieldsProps {
  deliverable: FormField;
  method: FormField;
  /** Of the engagement chosen, as people wrote it. */
  tierName: string;
  written: Language;
  work: Work;
  onChange: (work: Work) => void;
  translate: Translate;
}

export function WorkFields(props: WorkFieldsProps) {
  const { tierName, written, work, onChange, translate } = props;
  const [isAll, setAll] = useState(false);
  const tier = tierCalled(tierName, written);
  const deliverables = deliverableOffers(props.deliverable.options, tier, written);
  const methods = methodOffers(props.method.options, tier, work.deliverable, written);
  const notes = workNotes({ tier, ...work }, props.method.options, written, translate);
  const outside = tier && translate('sidebar.outside-tier', { tier: tierName });
  const choice = (field: FormField, offers: WorkOffers, value: string, change: Partial<Work>) => (
    <Choice
      field={field}
      offers={offers}
      shown={offers.others.filter((other) => isAll || other === value)}
      value={value}
      outside={outside ?? ''}
      onChange={(chosen) => onChange({ ...work, ...change, [field.id]: chosen })}
    />
  );
  return (
    <>
      {choice(props.deliverable, deliverables, work.deliverable, {})}
      {choice(props.method, methods, work.method, {})}
      {deliverables.others.length + methods.others.length > 0 && (
        <label class="flag" htmlFor="offer-all">
          <input
            id="offer-all"
            type="checkbox"
            checked={isAll}
            onChange={({ currentTarget }) => setAll(currentTarget.checked)}
          />
          <span>{translate('sidebar.offer-all', { tier: tierName })}</span>
        </label>
      )}
      <div role="status" class="notes">
        {notes.map(({ text, isHint }) => (
          <p key={text} class={isHint ? 'hint' : 'quiet'}>
            {text}
          </p>
        ))}
      </div>
    </>
  );
}

interface ChoiceProps {
  field: FormField;
  offers: WorkOffers;
  /** Those that do not go with the tier and are offered all the same. */
  shown: readonly string[];
  value: string;
  outside: string;
  onChange: (chosen: string) => void;
}

function Choice({ field: { id, label }, offers: { own }, shown, value, outside, onChange }: ChoiceProps) {
  return (
    <label htmlFor={id}>
      <span>{label}</span>
      <select id={id} name={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <option value="" />
        {own.map((option) => (
          <option key={option}>{option}</option>
        ))}
        {shown.length > 0 && (
          <optgroup label={outside}>
            {shown.map((option) => (
              <option key={option}>{option}</option>
            ))}
          </optgroup>
        )}
      </select>
    </label>
  );
}
