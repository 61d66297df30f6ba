/** The contacts of a new engagement: as many as are typed, those beyond the tier's limit marked. */
import type { Translate } from '#core/language/index.ts';
import type { DraftContact, Flaws } from './engagement-draft.ts';
import { WizardField } from './WizardField.tsx';

interface ContactFieldsProps {
  contacts: readonly DraftContact[];
  flaws: Flaws;
  labels: { name: string; email: string };
  translate: Translate;
  onChange: (contacts: DraftContact[]) => void;
}

export function ContactFields({ contacts, flaws, labels, translate, onChange }: ContactFieldsProps) {
  const change = (place: number, part: Partial<DraftContact>) =>
    onChange(contacts.map((contact, at) => (at === place ? { ...contact, ...part } : contact)));
  return (
    <fieldset>
      <legend>{translate('sidebar.contacts')}</legend>
      {contacts.map((contact, place) => (
        <fieldset key={place}>
          <legend>{translate('sidebar.contact-of', { number: place + 1 })}</legend>
          <WizardField
            id={`contact-name-${place}`}
            label={labels.name}
            value={contact.name}
            flaw={flaws[`contacts.${place}`]}
            translate={translate}
            onChange={(name) => change(place, { name })}
          />
          <WizardField
            id={`contact-email-${place}`}
            type="email"
            label={labels.email}
            value={contact.email}
            flaw={undefined}
            translate={translate}
            onChange={(email) => change(place, { email })}
          />
          <button type="button" onClick={() => onChange(contacts.filter((_, at) => at !== place))}>
            {translate('sidebar.remove-contact', { number: place + 1 })}
          </button>
        </fieldset>
      ))}
      <button type="button" onClick={() => onChange([...contacts, { name: '', email: '' }])}>
        {translate('sidebar.add-contact')}
      </button>
    </fieldset>
  );
}
