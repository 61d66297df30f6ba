/**
 * The collection of holidays as it is shipped: days off alone, with names in the languages that Dueline speaks and,
 * where there is none in English, in the country's own; dates by the moon from a list, and the browser's own zones in
 * place of another copy of them. A test holds its answers to those of the whole collection.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { movingDaysModule, notListed } from './moving-days.ts';

/** The six, as the collection calls them. */
const SPOKEN = ['de', 'en', 'es', 'it', 'ko', 'zh'];
const DATA = /\/date-holidays\/src\/data\.js$/;
/** For those who keep the collection; and zones, by which dates become instants: we take its dates as they are. */
const REMARKS = ['note', 'sources', 'zones'];
/** Days that are none off. */
const WORKED = /^(observance|observence|optional|school)$/i;
const ZONES = join(dirname(fileURLToPath(import.meta.url)), 'zone-moment.ts');

export function slimHolidays() {
  return {
    name: 'slim-holidays',
    enforce: 'pre' as const,
    resolveId(id: string) {
      return id === 'moment-timezone' ? ZONES : null;
    },
    load(id: string) {
      const path = id.replaceAll('\\', '/');
      if (DATA.test(path)) return `export const data = ${JSON.stringify(slimData(objectIn(path)))};`;
      return movingDaysModule(path);
    },
  };
}

/** Countries of one language stand together: their words repeat, and what repeats nearby is packed well. */
function slimData(data: unknown): unknown {
  const whole = slim(data) as { holidays: Record<string, Place & { langs?: string[] }> };
  const missing = notListed(Object.values(whole.holidays).flatMap(rulesOf));
  if (missing.length > 0) throw new Error(`Not in moving-days.json: ${missing.join(' · ')}`);
  const firstOf = ({ langs }: { langs?: string[] }) => langs?.[0] ?? '';
  const holidays = Object.entries(whole.holidays).sort(
    ([a, one], [b, other]) => compare(firstOf(one), firstOf(other)) || compare(a, b),
  );
  return {
    ...whole,
    holidays: Object.fromEntries(
      holidays.map(([code, place]) => [
        code,
        // Countries are named by the browser.
        { ...(asksForWorked(place) ? place : daysOffOf(place)), names: { en: code } },
      ]),
    ),
  };
}

/** A few rules move a day off out of the way of one that is worked. */
function asksForWorked(place: Place): boolean {
  return rulesOf(place).some((rule) => /\bis (observance|optional|school)\b/.test(rule));
}

interface Place {
  days?: Record<string, unknown>;
  states?: Record<string, Place>;
  regions?: Record<string, Place>;
}

/** Without the days that are worked, but for those by which one place takes back what another one says. */
function daysOffOf(place: Place, above: readonly string[] = []): Place {
  const parts = [place.states ?? {}, place.regions ?? {}];
  const below = parts.flatMap((part) => Object.values(part).flatMap(rulesOf));
  const days = Object.entries(place.days ?? {});
  const kept = days.filter(([rule, day]) => !isWorked(day) || above.includes(rule) || below.includes(rule));
  const rules = [...above, ...days.map(([rule]) => rule)];
  const within = (part: Record<string, Place>) =>
    Object.fromEntries(Object.entries(part).map(([code, inner]) => [code, daysOffOf(inner, rules)]));
  return {
    ...place,
    ...(place.days && { days: Object.fromEntries(kept) }),
    ...(place.states && { states: within(place.states) }),
    ...(place.regions && { regions: within(place.regions) }),
  };
}

function rulesOf(place: Place): string[] {
  const inner = [...Object.values(place.states ?? {}), ...Object.values(place.regions ?? {})];
  return [...Object.keys(place.days ?? {}), ...inner.flatMap(rulesOf)];
}

function isWorked(day: unknown): boolean {
  return isRecord(day) && typeof day.type === 'string' && WORKED.test(day.type);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The one object that a data file holds: its keys may stand without quotes, its lists end in commas. */
function objectIn(path: string): unknown {
  const text = readFileSync(path, 'utf8');
  const object = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
  return JSON.parse(object.replace(/([{,]\s*)([A-Za-z]\w*):/g, '$1"$2":').replace(/,(\s*[}\]])/g, '$1'));
}

/** Names of holidays in the languages spoken here, and where they have none in English, in those of the country. */
export function slim(value: unknown, own: readonly string[] = SPOKEN): unknown {
  if (Array.isArray(value)) return value.map((item) => slim(item, own));
  if (!isRecord(value)) return value;
  const spoken = Array.isArray(value.langs) ? [...SPOKEN, ...(value.langs as string[])] : own;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !REMARKS.includes(key))
      .map(([key, item]) => [key, isRecord(item) ? slimEntry(key, item, spoken) : slim(item, spoken)]),
  );
}

function slimEntry(key: string, entry: Record<string, unknown>, own: readonly string[]): unknown {
  if (key === 'name') return namesIn(entry, own);
  // A place without a name in the reader's language goes by its first.
  const names = Object.entries(entry).filter(([language], n) => n === 0 || SPOKEN.includes(language));
  return key === 'names' && names.every(([, name]) => typeof name === 'string')
    ? Object.fromEntries(names)
    : slim(entry, own);
}

/** Where none of them has a name, all stay: a holiday without one would be worse. */
function namesIn(names: Record<string, unknown>, around: readonly string[]): Record<string, unknown> {
  // Who has none of their own language reads the English one.
  const spoken = 'en' in names ? SPOKEN : around;
  const kept = Object.entries(names).filter(
    // A country may have its own word for one: "de-AT".
    ([language]) => spoken.includes(language) || spoken.includes(language.split('-')[0]!),
  );
  return kept.length > 0 ? Object.fromEntries(kept) : names;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
