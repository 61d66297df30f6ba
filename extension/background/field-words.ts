/** A place in the directory in words: `contacts[ana@acme.example].until` is “Contacts › ana@acme.example › Until”. */
import { lookUp, type MessageKey, type Translate } from '#core/language/index.ts';
import { WEEKDAYS } from '#core/time/calendar.ts';

const PARTS = /\[([^\]]*)\]?|([^.[\]]+)/g;
/** The tabs of the tracker whose columns are named like fields of the directory; of two such the first is meant. */
const TABS = [
  ...['decisions', 'cases', 'activities', 'engagements', 'overview'],
  ...['customers', 'calendar', 'contacts', 'managers', 'violations'],
];
/** 2024 began on a Monday. */
const FIRST_MONDAY = 1;

/** What only the author of the file knows stays as it is written there. */
export function fieldInWords(field: string, translate: Translate): string {
  return [...field.matchAll(PARTS)]
    .map(([, entry, name]) => entry ?? wordOf(name!, translate))
    .filter((word) => word !== '')
    .join(' › ');
}

function wordOf(name: string, translate: Translate): string {
  const weekday = (WEEKDAYS as readonly string[]).indexOf(name);
  if (weekday >= 0) {
    const day = Date.UTC(2024, 0, FIRST_MONDAY + weekday);
    return new Intl.DateTimeFormat(translate.language, { weekday: 'long', timeZone: 'UTC' }).format(day);
  }
  const column = TABS.map((tab) => known(`column.${tab}.${name}`, translate)).find((word) => word !== null);
  return known(`field.${name}`, translate) ?? column ?? name;
}

/** The fields whose values have names of their own. */
const NAMED = ['deliverable', 'method', 'tier'];

export function valueInWords(field: string, value: string, translate: Translate): string {
  const name = field.slice(field.lastIndexOf('.') + 1);
  return (NAMED.includes(name) && known(`${name}.${value}`, translate)) || value;
}

function known(key: string, translate: Translate): string | null {
  return lookUp(translate.language, key) === undefined ? null : translate(key as MessageKey);
}
