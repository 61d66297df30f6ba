/** A new engagement as it is being typed: what is wrong with it so far, and the rows that it will be. */
import type { MessageKey } from '#core/language/index.ts';
import type { MessageValues } from '#core/language/message.ts';
import { isProblem } from '#core/problem.ts';
import { zoneOf } from '#core/time/zone.ts';
import type { NewRow, WizardFacts } from './protocol.ts';
import { stillFitting } from './use-draft.ts';

export interface DraftContact {
  name: string;
  email: string;
}

export interface Draft {
  /** Id of a customer who is there; empty for a new one. */
  customer: string;
  customerId: string;
  customerName: string;
  id: string;
  name: string;
  tier: string;
  /** Id of a manager who is there, or `NEW_MANAGER`. */
  manager: string;
  managerId: string;
  managerName: string;
  backup: string;
  from: string;
  until: string;
  calendar: string;
  language: string;
  contacts: DraftContact[];
}

export interface Flaw {
  key: MessageKey;
  values?: MessageValues;
  /** Whether it may stay as it is: said, but not in the way. */
  isHint?: boolean;
}

/** By the field: a column of the draft, or `contacts.<place>`. */
export type Flaws = Record<string, Flaw | undefined>;

/** No id of anybody: what people write is trimmed. */
export const NEW_MANAGER = ' new';

export const EMPTY_DRAFT: Draft = {
  customer: '',
  customerId: '',
  customerName: '',
  id: '',
  name: '',
  tier: '',
  manager: '',
  managerId: '',
  managerName: '',
  backup: '',
  from: '',
  until: '',
  calendar: '',
  language: '',
  contacts: [],
};

export function flawsIn(draft: Draft, facts: WizardFacts): Flaws {
  return {
    ...(draft.customer === '' && {
      customerId: idFlaw(
        draft.customerId,
        facts.customers.map(({ id }) => id),
      ),
      customerName: draft.customerName.trim() === '' ? { key: 'sidebar.name-missing' } : undefined,
    }),
    id: idFlaw(draft.id, facts.engagements),
    tier: draft.tier === '' ? { key: 'trackerStatus.tier-missing' } : undefined,
    manager: draft.manager === '' ? { key: 'trackerStatus.manager-missing' } : undefined,
    ...(draft.manager === NEW_MANAGER && {
      managerId: idFlaw(
        draft.managerId,
        facts.managers.map(({ id }) => id),
      ),
      managerName: draft.managerName.trim() === '' ? { key: 'sidebar.name-missing' } : undefined,
    }),
    until:
      draft.from !== '' && draft.until !== '' && draft.until < draft.from
        ? { key: 'trackerStatus.until-before-from' }
        : undefined,
    calendar: calendarFlaw(draft.calendar.trim(), facts),
    ...contactFlaws(draft, facts),
  };
}

/** Whether nothing stands in the way. */
export function isSound(flaws: Flaws): boolean {
  return Object.values(flaws).every((flaw) => flaw === undefined || flaw.isHint);
}

/** The draft that somebody begins with: where nobody serves yet, with a new manager. */
export function emptyDraft({ managers }: WizardFacts): Draft {
  return { ...EMPTY_DRAFT, manager: managers.length === 0 ? NEW_MANAGER : '' };
}

/** What was kept of a draft, as far as it still fits the tracker. */
export function draftFrom(kept: unknown, facts: WizardFacts): Draft {
  const { contacts: _, ...fresh } = emptyDraft(facts);
  const managers = facts.managers.map(({ id }) => id);
  const given: unknown = Object(kept).contacts;
  return {
    ...stillFitting(kept, fresh, {
      customer: facts.customers.map(({ id }) => id),
      tier: facts.tiers.map(({ name }) => name),
      manager: [...managers, NEW_MANAGER],
      backup: managers,
    }),
    contacts: (Array.isArray(given) ? given : []).map((contact) =>
      stillFitting(contact, { name: '', email: '' }, {}),
    ),
  };
}

/** The rows of a sound draft: customer and manager first, where they are new. */
export function rowsOf(draft: Draft): NewRow[] {
  const { customerId, customerName, managerId, managerName, contacts, ...cells } = draft;
  const [isNew, isNewManager] = [draft.customer === '', draft.manager === NEW_MANAGER];
  const customer = isNew ? customerId : draft.customer;
  const manager = isNewManager ? managerId : draft.manager;
  const engagement = trimmed({ ...cells, customer, manager });
  return [
    ...(isNew ? [{ tab: 'customers' as const, cells: trimmed({ id: customerId, name: customerName }) }] : []),
    ...(isNewManager
      ? [{ tab: 'managers' as const, cells: trimmed({ id: managerId, name: managerName }) }]
      : []),
    { tab: 'engagements', cells: engagement },
    ...contacts
      .filter((contact) => !isBlank(contact))
      .map(({ name, email }) => ({
        tab: 'contacts' as const,
        cells: trimmed({ engagement: draft.id, name, email }),
      })),
  ];
}

function idFlaw(typed: string, taken: readonly string[]): Flaw | undefined {
  const id = typed.trim();
  if (id === '') return { key: 'trackerStatus.id-missing' };
  // As the sheet looks it up: whatever its case.
  const isTaken = taken.some((other) => other.toLowerCase() === id.toLowerCase());
  return isTaken ? { key: 'sidebar.taken', values: { id } } : undefined;
}

function calendarFlaw(calendar: string, { calendars }: WizardFacts): Flaw | undefined {
  if (calendar === '') return { key: 'sidebar.calendar-missing' };
  const isKnown = calendars.some((one) => one.toLowerCase() === calendar.toLowerCase());
  return isKnown || !isProblem(zoneOf(calendar)) ? undefined : { key: 'sidebar.calendar-new', isHint: true };
}

function contactFlaws({ contacts, tier }: Draft, { tiers }: WizardFacts): Flaws {
  const limit = tiers.find(({ name }) => name === tier)?.contacts ?? null;
  const seen = new Set<string>();
  const flaws: Flaws = {};
  for (const [place, contact] of contacts.entries()) {
    if (isBlank(contact)) continue;
    const address = contact.email.trim().toLowerCase() || contact.name.trim().toLowerCase();
    if (seen.has(address)) {
      flaws[`contacts.${place}`] = { key: 'trackerStatus.contact-same-address', isHint: true };
    } else seen.add(address);
    if (limit !== null && seen.size > limit && !flaws[`contacts.${place}`]) {
      flaws[`contacts.${place}`] = { key: 'trackerStatus.contact-over', values: { limit }, isHint: true };
    }
  }
  return flaws;
}

function isBlank({ name, email }: DraftContact): boolean {
  return name.trim() === '' && email.trim() === '';
}

function trimmed(cells: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cells)
      .map(([id, text]) => [id, text.trim()] as const)
      .filter(([, text]) => text !== ''),
  );
}
