/** A row for the sheet: its fields, where it came to stand, and the way back. */
import type { TargetedInputEvent } from 'preact';
import type { Translate } from '#core/language/index.ts';
import { AdditionState } from './AdditionState.tsx';
import { ClearDraft } from './ClearDraft.tsx';
import type { Ask } from './client.ts';
import { EngagementSelect } from './EngagementSelect.tsx';
import type { FormField, SidebarAnswer } from './protocol.ts';
import { useAddition } from './use-addition.ts';
import { stillFitting, useDraft } from './use-draft.ts';
import { WorkFields } from './WorkFields.tsx';

interface AddFormProps {
  form: Extract<SidebarAnswer, { kind: 'form' }>;
  ask: Ask;
  translate: Translate;
}

/** What stands in each field, by its id. */
type Values = Record<string, string>;

export function AddForm({
  form: { tab, tracker, fields, engagements, written },
  ask,
  translate,
}: AddFormProps) {
  const fresh: Values = Object.fromEntries(fields.map(({ id, value }) => [id, value]));
  const drafting = useDraft(`${tracker} ${tab}`, fresh, (kept) =>
    stillFitting(kept, fresh, {
      ...Object.fromEntries(fields.flatMap(({ id, options }) => (options.length > 0 ? [[id, options]] : []))),
      engagement: engagements.map(({ id }) => id),
    }),
  );
  const { draft, done } = drafting;
  const set = (change: Values) => drafting.set({ ...draft, ...change });
  const addition = useAddition(ask);
  const add = async () => {
    if (await addition.add([{ tab, cells: cellsOf(fields, draft) }])) done();
  };
  const fieldOf = (id: string) => fields.find((field) => field.id === id);
  const [deliverable, method] = [fieldOf('deliverable'), fieldOf('method')];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void add();
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
              value={draft.engagement!}
              onChange={(engagement) => set({ engagement })}
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
              tierName={engagements.find(({ id }) => id === draft.engagement)?.tier ?? ''}
              written={written}
              work={{ deliverable: draft.deliverable!, method: draft.method! }}
              onChange={(work) => set({ ...work })}
              translate={translate}
            />
          );
        }
        return field === method ? null : (
          <Field
            key={field.id}
            field={field}
            value={draft[field.id]!}
            onChange={(value) => set({ [field.id]: value })}
          />
        );
      })}
      <button type="submit" class="main" disabled={addition.isBusy}>
        {translate('sidebar.add')}
      </button>
      <ClearDraft drafting={drafting} translate={translate} />
      <AdditionState addition={addition} translate={translate} />
    </form>
  );
}

type Typed = TargetedInputEvent<HTMLInputElement>;

interface FieldProps {
  field: FormField;
  value: string;
  onChange: (value: string) => void;
}

function Field(props: FieldProps) {
  const { value, onChange } = props;
  const { id, label, kind, options } = props.field;
  if (kind === 'flag') {
    return (
      <label class="flag" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={value !== ''}
          onChange={({ currentTarget }) => onChange(currentTarget.checked ? options[0]! : '')}
        />
        <span>{label}</span>
      </label>
    );
  }
  return (
    <label class={REQUIRED.includes(id) ? 'needed' : ''} htmlFor={id}>
      <span>{label}</span>
      <Input {...props} />
    </label>
  );
}

function Input({ field: { id, kind, options }, value, onChange }: FieldProps) {
  const common = { id, value, required: REQUIRED.includes(id) };
  if (kind !== 'choice') {
    const given = { ...common, onInput: ({ currentTarget }: Typed) => onChange(currentTarget.value) };
    if (kind === 'number') return <input {...given} type="number" min={0} step="any" />;
    if (kind === 'date') return <input {...given} type="date" />;
    return <input {...given} type="text" />;
  }
  return (
    <select {...common} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
      <option value="" />
      {options.map((option) => (
        <option key={option}>{option}</option>
      ))}
    </select>
  );
}

/** Without them the row counts for nothing. */
const REQUIRED = ['date', 'engagement', 'hours', 'id', 'status'];

function cellsOf(fields: readonly FormField[], draft: Values): Record<string, string | number> {
  const cells = fields.map(({ id, kind }) => {
    const text = draft[id]!;
    return [id, kind === 'number' && text !== '' ? Number(text) : text] as const;
  });
  return Object.fromEntries(cells.filter(([, value]) => value !== ''));
}
