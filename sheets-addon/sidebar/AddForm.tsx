/** A row for the sheet: its fields, where it came to stand, and the way back. */
import type { Translate } from '#core/language/index.ts';
import { AdditionState } from './AdditionState.tsx';
import type { Ask } from './client.ts';
import type { FormField, SidebarAnswer } from './protocol.ts';
import { useAddition } from './use-addition.ts';

interface AddFormProps {
  form: Extract<SidebarAnswer, { kind: 'form' }>;
  ask: Ask;
  translate: Translate;
}

export function AddForm({ form: { tab, fields }, ask, translate }: AddFormProps) {
  const addition = useAddition(ask);
  const add = async (form: HTMLFormElement) => {
    if (await addition.add([{ tab, cells: cellsOf(fields, new FormData(form)) }])) form.reset();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void add(event.currentTarget);
      }}
    >
      {fields.map((field) => (
        <label key={field.id} htmlFor={field.id}>
          <span>{field.label}</span>
          <Field field={field} />
        </label>
      ))}
      <button type="submit" class="main" disabled={addition.isBusy}>
        {translate('sidebar.add')}
      </button>
      <AdditionState addition={addition} translate={translate} />
    </form>
  );
}

function Field({ field: { id, kind, options, value } }: { field: FormField }) {
  const required = REQUIRED.includes(id);
  if (kind === 'choice') {
    return (
      <select id={id} name={id} required={required}>
        <option value="" />
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    );
  }
  if (kind === 'number')
    return <input id={id} name={id} type="number" min={0} step="any" required={required} />;
  if (kind === 'date')
    return <input id={id} name={id} type="date" defaultValue={value} required={required} />;
  return <input id={id} name={id} type="text" required={required} />;
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
