/** What another directory would change, entry by entry: told before anything is replaced. */
import type { Directory } from './directory-schema.ts';

/** The parts of a directory that hold entries, in the order in which people read them. */
export const COMPARED_SECTIONS = [
  'customers',
  'engagements',
  'managers',
  'timeOff',
  'calendars',
  'cases',
  'activities',
  'noAnswerNeeded',
  'decisions',
] as const;
export type ComparedSection = 'document' | (typeof COMPARED_SECTIONS)[number];

/** One field of an entry: `contacts[greta@nordwind.example].until`; `null` where it is not there. */
export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
}

export interface DirectoryChange {
  section: ComparedSection;
  /** The entry as its author knows it. */
  id: string;
  /** Its name, where it has one beside its id. */
  name: string | null;
  kind: 'added' | 'removed' | 'changed';
  /** Of a changed entry only. */
  fields: FieldChange[];
}

type Entry = Record<string, unknown>;

/**
 * The entries that differ between two directories, by section and in the order of the new one; those that only
 * the old one has come last in their section. What the document says of itself (name, rulebook) is the section
 * `document`. Fields that this version does not know are compared too.
 * @example
 * const empty = { format: 'dueline-directory', version: 1, rulebook: { use: 'service-management' }, calendars: [], managers: [], customers: [], engagements: [] };
 * compareDirectories(empty, { ...empty, managers: [{ id: 'M-1', name: 'Mia' }] }) // [{ section: 'managers', id: 'M-1', name: 'Mia', kind: 'added', fields: [] }]
 */
export function compareDirectories(before: Directory, after: Directory): DirectoryChange[] {
  return [
    ...documentChanges(before, after),
    ...COMPARED_SECTIONS.flatMap((section) =>
      sectionChanges(section, (before[section] ?? []) as Entry[], (after[section] ?? []) as Entry[]),
    ),
  ];
}

function documentChanges(before: Directory, after: Directory): DirectoryChange[] {
  const own = (directory: Directory) =>
    Object.fromEntries(
      Object.entries(directory).filter(([key]) => !(COMPARED_SECTIONS as readonly string[]).includes(key)),
    );
  const fields = fieldChanges(own(before), own(after));
  return fields.length === 0
    ? []
    : [{ section: 'document', id: after.name ?? '', name: null, kind: 'changed', fields }];
}

function sectionChanges(
  section: ComparedSection,
  before: readonly Entry[],
  after: readonly Entry[],
): DirectoryChange[] {
  const old = new Map(before.map((entry) => [identityOf(entry), entry]));
  const changes: DirectoryChange[] = [];
  const told = (id: string, entry: Entry, kind: DirectoryChange['kind'], fields: FieldChange[] = []) =>
    changes.push({ section, id, name: nameOf(entry), kind, fields });
  for (const entry of after) {
    const id = identityOf(entry);
    const was = old.get(id);
    old.delete(id);
    if (was === undefined) told(id, entry, 'added');
    else {
      const fields = fieldChanges(was, entry);
      if (fields.length > 0) told(id, entry, 'changed', fields);
    }
  }
  for (const [id, entry] of old) told(id, entry, 'removed');
  return changes;
}

/** The values that differ, by their place. What only one of the two has, a list's entry or a group, is one change. */
function fieldChanges(before: unknown, after: unknown, field = ''): FieldChange[] {
  const [was, is] = [partsOf(before), partsOf(after)];
  if (was === null || is === null) {
    const [old, now] = [textOf(before), textOf(after)];
    return old === now ? [] : [{ field, before: old, after: now }];
  }
  const listed = Array.isArray(after);
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const place = listed ? `${field}[${key}]` : field === '' ? key : `${field}.${key}`;
    return fieldChanges(was.get(key), is.get(key), place);
  });
}

/** What a value is made of, a list's entries by what names them; `null` for a plain value or a list of such. */
function partsOf(value: unknown): Map<string, unknown> | null {
  if (Array.isArray(value)) return value.some(isEntry) ? named(value) : null;
  return isEntry(value) ? new Map(Object.entries(value)) : null;
}

/** All plain values of a value, as one text. */
function textOf(value: unknown): string | null {
  if (value === undefined) return null;
  if (!Array.isArray(value) && !isEntry(value)) return String(value);
  return Object.values(value).map(textOf).join(', ');
}

/** List entries with a key each; where two have the same one, the later is told apart by its place. */
function named(list: readonly unknown[]): Map<string, unknown> {
  const entries = new Map<string, unknown>();
  for (const [index, item] of list.entries()) {
    const key = isEntry(item) ? identityOf(item) : '';
    entries.set(key === '' || entries.has(key) ? `${key}#${index + 1}` : key, item);
  }
  return entries;
}

/** What names an entry, the first of these that it has: what stands in for an id in lists without ids. */
const IDENTITIES = [
  ['id'],
  ['ticket', 'inquiry'],
  ['manager', 'from'],
  ['date'],
  ['email'],
  ['name'],
  ['received'],
  ['from'],
];

function identityOf(entry: Entry): string {
  const found = IDENTITIES.find((keys) => keys.every((key) => typeof entry[key] === 'string')) ?? [];
  return found.map((key) => entry[key]).join(' ');
}

function nameOf({ id, name, subject }: Entry): string | null {
  const named = [name, subject].find((text) => typeof text === 'string' && text !== '');
  return typeof id === 'string' && typeof named === 'string' ? named : null;
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
