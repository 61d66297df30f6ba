/** Names and addresses as pages write them: "Mara Vogt <mara@…>", "mara (Mara Vogt)", an address alone. */

export interface Person {
  name?: string;
  email?: string;
  /** Everything that the page calls this person, lower case. */
  aliases: Set<string>;
}

const EMAIL = /[^\s<>()[\],;:"'“”@]+@[^\s<>()[\],;:"'“”@]+\.[\p{L}\d-]{2,}/u;
/** With what stands around it; what is longer would be looked through for as long as its writer wants. */
const LONGEST_ADDRESS = 300;
/** With what else may be done about it: "None — take". */
const NOBODY =
  /^([–—-]+|none|nobody.*|default|unassigned|not (set|as.*)|niemand|keine?r?|nicht zu.*|ninguno|nadie|(no|sin|non) ass?[ei]g.*|nessuno|없음|미[지배]정|.*않음|无|未(分配|指派))( [–—-] .*)?$/i;

export function personOf(raw: string, address?: string | null): Person | null {
  // Some pages hide addresses from robots.
  const text = raw
    .replace(/\s+/g, ' ')
    .replace(/ ?\(at\) ?/, '@')
    .trim();
  if (text.length > 120) return null;
  const email = (EMAIL.exec(text)?.[0] ?? EMAIL.exec((address ?? '').slice(0, LONGEST_ADDRESS))?.[0])
    ?.replace(/\.$/, '')
    .toLowerCase();
  const left = text
    .replace(EMAIL, '')
    .replace(/["“”„<>[\]]|mailto:|\(\s*\)|(?<!\p{L})'|'(?!\p{L})/gu, '')
    .replace(/^[\s,;:·|–-]+|[\s,;:·|@–-]+$/g, '');
  const login = /^([^()]+?)\s*\(([^()]+)\)$/.exec(left);
  const name = login ? login[2]! : left;
  if ((!name && !email) || NOBODY.test(name) || (!email && !/\p{L}/u.test(name))) return null;
  const aliases = new Set(
    [name, login?.[1], email].filter((each) => each).map((each) => each!.trim().toLowerCase()),
  );
  return { ...(name && { name }), ...(email && { email }), aliases };
}

export function samePerson(one: Person, other: Person): boolean {
  if (one.email && other.email) return one.email === other.email;
  return [...one.aliases].some((alias) => other.aliases.has(alias));
}

export const domainOf = (person: Person): string | undefined => person.email?.split('@')[1];

export function plainPerson({ name, email }: Person): { name?: string; email?: string } {
  return { ...(name && { name }), ...(email && { email }) };
}
