/** Field masks: `properties.title,sheets(properties,data.rowData)`. A path that Google does not know is refused. */
import { refuse } from './refused.ts';
import { type Api, fieldOf } from './schema.ts';

/** The fields below a field; none: all of them. */
export type Mask = Map<string, Mask>;

export function parseMask(text: string): Mask {
  let at = 0;
  const list = (): Mask => {
    const mask: Mask = new Map();
    while (true) {
      const names: string[] = [];
      do {
        const name = /^[A-Za-z*]+/.exec(text.slice(at))?.[0];
        if (name === undefined) refuse(`Invalid field mask: ${text}`);
        at += name.length;
        names.push(name);
      } while (text[at] === '.' && ++at > 0);
      let below: Mask = new Map();
      if (text[at] === '(') {
        at++;
        below = list();
        if (text[at++] !== ')') refuse(`Invalid field mask: ${text}`);
      }
      const entry = names.reduceRight<Mask>((rest, name) => new Map([[name, rest]]), below);
      merge(mask, entry);
      if (text[at] !== ',') return mask;
      at++;
    }
  };
  const mask = list();
  if (at !== text.length) refuse(`Invalid field mask: ${text}`);
  return mask;
}

function merge(into: Mask, from: Mask): void {
  for (const [name, below] of from) {
    const known = into.get(name);
    if (known) merge(known, below);
    else into.set(name, below);
  }
}

export function checkMask(api: Api, mask: Mask, message: string): void {
  for (const [name, below] of mask) {
    if (name === '*') continue;
    const field = fieldOf(api, message, name);
    if (!field) refuse(`Invalid field mask: ${message} has no field ${name}`);
    if (below.size === 0) continue;
    if (field.kind !== 'message') refuse(`Invalid field mask: ${name} has no fields`);
    checkMask(api, below, field.message!);
  }
}

/** What a mask leaves of an answer. */
export function masked<T>(value: T, mask: Mask): T {
  if (mask.size === 0 || mask.has('*')) return value;
  if (Array.isArray(value)) return value.map((entry: unknown) => masked(entry, mask)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => {
      const below = mask.get(name);
      return below ? [[name, masked(part, below)]] : [];
    }),
  ) as T;
}

/** Sets the masked fields of `target` as they are in `source`; what `source` lacks is taken away. */
export function assign(target: Record<string, unknown>, source: Record<string, unknown>, mask: Mask): void {
  for (const [name, below] of mask.has('*')
    ? Object.keys(source).map((key) => [key, new Map()] as const)
    : mask) {
    const part = source[name];
    if (part === undefined || part === null) delete target[name];
    else if (below.size > 0 && typeof part === 'object') {
      const inner = { ...(target[name] as Record<string, unknown> | undefined) };
      assign(inner, part as Record<string, unknown>, below as Mask);
      target[name] = inner;
    } else target[name] = structuredClone(part);
  }
}

/** The fields that a request says it changes. */
export function fieldsOf(fields: string | null | undefined, message: string): Mask {
  if (!fields) return refuse('At least one field must be listed in "fields".');
  const mask = parseMask(fields);
  checkMask('sheets/v4', mask, message);
  return mask;
}
