/** A field of the wizard, with what is wrong with it. */
import type { Translate } from '#core/language/index.ts';
import type { Flaw } from './engagement-draft.ts';

export interface WizardFieldProps {
  id: string;
  label: string;
  value: string;
  flaw: Flaw | undefined;
  translate: Translate;
  onChange: (value: string) => void;
  type?: 'date' | 'email' | 'text';
  /** Nothing else can be chosen. */
  options?: readonly { value: string; text: string }[];
  isNeeded?: boolean;
  /** What the empty choice stands for. */
  blank?: string;
  /** Offered, and anything else can be typed. */
  offers?: readonly string[];
}

export function WizardField(props: WizardFieldProps) {
  const { id, label, flaw, translate, isNeeded } = props;
  const noted = `${id}-flaw`;
  return (
    <div class={isNeeded ? 'field needed' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <Input {...props} describedBy={flaw ? noted : undefined} />
      {flaw && (
        <p id={noted} class={flaw.isHint ? 'hint' : 'flaw'}>
          {translate(flaw.key, flaw.values)}
        </p>
      )}
    </div>
  );
}

function Input({
  id,
  value,
  flaw,
  onChange,
  type = 'text',
  options,
  blank = '',
  offers,
  describedBy,
  isNeeded,
}: WizardFieldProps & { describedBy: string | undefined }) {
  const common = {
    id,
    value,
    'aria-describedby': describedBy,
    'aria-required': isNeeded,
    'aria-invalid': flaw !== undefined && !flaw.isHint,
  };
  if (options) {
    return (
      <select {...common} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <option value="">{blank}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    );
  }
  return (
    <>
      <input
        {...common}
        type={type}
        list={offers && `${id}-offers`}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {offers && (
        <datalist id={`${id}-offers`}>
          {offers.map((offer) => (
            <option key={offer} value={offer} />
          ))}
        </datalist>
      )}
    </>
  );
}
