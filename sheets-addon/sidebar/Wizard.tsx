/** A new engagement in one go: its customer, its terms and its contacts, checked as they are typed. */
import { useState } from 'preact/hooks';
import type { Translate } from '#core/language/index.ts';
import { AdditionState } from './AdditionState.tsx';
import { ClearDraft } from './ClearDraft.tsx';
import type { Ask } from './client.ts';
import {
  type Draft,
  draftFrom,
  emptyDraft,
  type Flaws,
  flawsIn,
  isSound,
  NEW_MANAGER,
  rowsOf,
} from './engagement-draft.ts';
import type { WizardFacts } from './protocol.ts';
import { useAddition } from './use-addition.ts';
import { useDraft } from './use-draft.ts';
import { ContactFields } from './WizardContacts.tsx';
import { WizardField } from './WizardField.tsx';

interface WizardProps {
  facts: WizardFacts;
  ask: Ask;
  translate: Translate;
}

export function Wizard({ facts, ask, translate }: WizardProps) {
  const drafting = useDraft<Draft>(`${facts.tracker} wizard`, emptyDraft(facts), (kept) =>
    draftFrom(kept, facts),
  );
  const { draft } = drafting;
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [isTried, setTried] = useState(false);
  const addition = useAddition(ask);
  const flaws = flawsIn(draft, facts);
  // What nobody has come to yet is not held against anybody.
  const shown: Flaws = Object.fromEntries(
    Object.entries(flaws).filter(([field]) => isTried || touched.has(field) || field.startsWith('contacts.')),
  );
  const set = (change: Partial<Draft>) => {
    drafting.set({ ...draft, ...change });
    setTouched(new Set([...touched, ...Object.keys(change)]));
  };
  const add = async () => {
    setTried(true);
    if (!isSound(flaws) || !(await addition.add(rowsOf(draft)))) return;
    drafting.done();
    setTouched(new Set());
    setTried(false);
  };
  const field = (id: keyof Omit<Draft, 'contacts'>, label: string, more: object = {}) => (
    <WizardField
      id={id}
      label={label}
      value={draft[id]}
      flaw={shown[id]}
      translate={translate}
      onChange={(value) => set({ [id]: value })}
      {...more}
    />
  );
  const label = (path: string) => facts.labels[path] ?? path;
  const people = facts.managers.map(({ id, name }) => ({ value: id, text: nameOf(id, name) }));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <p class="quiet">{translate('sidebar.needed')}</p>
      <fieldset>
        <legend>{translate('sidebar.customer')}</legend>
        {field('customer', translate('sidebar.customer'), {
          options: facts.customers.map(({ id, name }) => ({ value: id, text: nameOf(id, name) })),
          blank: translate('sidebar.new-customer'),
        })}
        {draft.customer === '' && (
          <>
            {field('customerId', label('customers.id'), { isNeeded: true })}
            {field('customerName', label('customers.name'), { isNeeded: true })}
          </>
        )}
      </fieldset>
      <fieldset>
        <legend>{translate('sidebar.engagement')}</legend>
        {field('id', label('engagements.id'), { isNeeded: true })}
        {field('name', label('engagements.name'))}
        {field('tier', label('engagements.tier'), {
          options: facts.tiers.map(({ name }) => ({ value: name, text: name })),
          isNeeded: true,
        })}
        {field('manager', label('engagements.manager'), {
          options: [...people, { value: NEW_MANAGER, text: translate('sidebar.new-manager') }],
          isNeeded: true,
        })}
        {draft.manager === NEW_MANAGER && (
          <fieldset>
            <legend>{translate('sidebar.new-manager')}</legend>
            {field('managerId', label('managers.id'), { isNeeded: true })}
            {field('managerName', label('managers.name'), { isNeeded: true })}
          </fieldset>
        )}
        {field('backup', label('engagements.backup'), { options: people })}
        {field('from', label('engagements.from'), { type: 'date' })}
        {field('until', label('engagements.until'), { type: 'date' })}
        {field('calendar', label('engagements.calendar'), { offers: facts.calendars, isNeeded: true })}
        {field('language', label('engagements.language'))}
      </fieldset>
      <ContactFields
        contacts={draft.contacts}
        flaws={shown}
        labels={{ name: label('contacts.name'), email: label('contacts.email') }}
        translate={translate}
        onChange={(contacts) => set({ contacts })}
      />
      {isTried && !isSound(flaws) && <p role="alert">{translate('sidebar.mend-first')}</p>}
      <button type="submit" class="main" disabled={addition.isBusy}>
        {translate('sidebar.add-engagement')}
      </button>
      <ClearDraft drafting={drafting} translate={translate} />
      <AdditionState addition={addition} translate={translate} />
    </form>
  );
}

function nameOf(id: string, name: string): string {
  return name === '' ? id : `${id} · ${name}`;
}
