/** A row for the sheet: its fields, where it came to stand, and the way back. */
import { useState } from 'preact/hooks';
import type { Translate } from '#core/language/index.ts';
import type { Ask } from './client.ts';
import type { FormField, SidebarAnswer } from './protocol.ts';

interface AddFormProps {
  form: Extract<SidebarAnswer, { kind: 'form' }>;
  ask: Ask;
  translate: Translate;
}

interface Added {
  row: number;
  place: string;
  cells: Record<string, string | number>;
}

export function AddForm({ form: { tab, fields }, ask, translate }: AddFormProps) {
  const [added, setAdded] = useState<Added | null>(null);
  const [failure, setFailure] = useState('');
  const [isBusy, setBusy] = useState(false);

  const busy = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailure('');
    await work();
    setBusy(false);
  };
  const add = (form: HTMLFormElement) =>
    busy(async () => {
      const cells = cellsOf(fields, new FormData(form));
      const answer = await ask({ ask: 'add', tab, cells });
      if (answer.kind === 'failed') setFailure(answer.text);
      if (answer.kind !== 'added') return;
      setAdded({ row: answer.row, place: answer.place, cells });
      form.reset();
    });
  const takeBack = ({ row, cells }: Added) =>
    busy(async () => {
      const answer = await ask({ ask: 'take-back', tab, row, cells });
      if (answer.kind === 'failed') setFailure(answer.text);
      else setAdded(null);
    });

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
      <button type="submit" class="main" disabled={isBusy}>
        {translate('sidebar.add')}
      </button>
      {failure !== '' && <p role="alert">{failure}</p>}
      {added && (
        <p class="good">
          {translate('sidebar.added', { place: added.place })}{' '}
          <button type="button" disabled={isBusy} onClick={() => void takeBack(added)}>
            {translate('sidebar.take-back')}
          </button>
        </p>
      )}
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
