/** A row for the sheet: its fields, where it came to stand, and the way back. */
import { useState } from 'preact/hooks';
import type { Translate } from '#core/language/index.ts';
import { AdditionState } from './AdditionState.tsx';
import type { Ask } from './client.ts';
import { EngagementSelect } from './EngagementSelect.tsx';
import type { FormField, SidebarAnswer } from './protocol.ts';
import { useAddition } from './use-addition.ts';
import { type Work, WorkFields } from './WorkFields.tsx';

interface AddFormProps {
  form: Extract<SidebarAnswer, { kind: 'form' }>;
  ask: Ask;
  translate: Translate;
}

const NO_WORK: Work = { deliverable: '', method: '' };

export function AddForm({ form: { tab, fields, engagements, written }, ask, translate }: AddFormProps) {
  const [engagement, setEngagement] = useState('');
  const [work, setWork] = useState(NO_WORK);
  const addition = useAddition(ask);
  const add = async (form: HTMLFormElement) => {
    if (!(await addition.add([{ tab, cells: cellsOf(fields, new FormData(form)) }]))) return;
    form.reset();
    setEngagement('');
    setWork(NO_WORK);
  };
  const fieldOf = (id: string) => fields.find((field) => field.id === id);
  const [deliverable, method] = [fieldOf('deliverable'), fieldOf('method')];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void add(event.currentTarget);
      }}
    >
      <p class="quiet">{translate('sidebar.needed')}</p>
      {fields.map((field) => {
        if (field.id === 'engagement') {
          return (
            <EngagementSelect
              key={field.id}
              id={field.id}
              label={field.label}
              offers={engagements}
              value={engagement}
              onChange={setEngagement}
              isOpen
            />
          );
        }
        if (field === deliverable && method) {
          return (
            <WorkFields
              key={field.id}
              deliverable={deliverable}
              method={method}
              tierName={engagements.find(({ id }) => id === engagement)?.tier ?? ''}
              written={written}
              work={work}
              onChange={setWork}
              translate={translate}
            />
          );
        }
        return field === method ? null : <Field key={field.id} field={field} />;
      })}
      <button type="submit" class="main" disabled={addition.isBusy}>
        {translate('sidebar.add')}
      </button>
      <AdditionState addition={addition} translate={translate} />
    </form>
  );
}

function Field({ field }: { field: FormField }) {
  const { id, label, kind, options } = field;
  if (kind === 'flag') {
    return (
      <label class="flag" htmlFor={id}>
        <input id={id} name={id} type="checkbox" value={options[0]} />
        <span>{label}</span>
      </label>
    );
  }
  return (
    <label class={REQUIRED.includes(id) ? 'needed' : ''} htmlFor={id}>
      <span>{label}</span>
      <Input field={field} />
    </label>
  );
}

function Input({ field: { id, kind, options, value } }: { field: FormField }) {
  const common = { id, name: id, required: REQUIRED.includes(id) };
  if (kind === 'number') return <input {...common} type="number" min={0} step="any" />;
  if (kind === 'date') return <input {...common} type="date" defaultValue={value} />;
  if (kind !== 'choice') return <input {...common} type="text" />;
  return (
    <select {...common}>
      <option value="" />
      {options.map((option) => (
        <option key={option}>{option}</option>
      ))}
    </select>
  );
}

/** Without them the row counts for nothing. */
const REQUIRED = ['date', 'engagement', 'hours', 'id', 'status'];

function cellsOf(fields: readonly FormField[], data: FormData): Record<string, string | number> {
  const cells = fields.map(({ id, kind }) => {
    const text = String(data.get(id) ?? '');
    return [id, kind === 'number' && text !== '' ? Number(text) : text] as const;
  });
  return Object.fromEntries(cells.filter(([, value]) => value !== ''));
}
