/** What an entry rests on: a clause of the rulebook, or the engagement's own contract in its own words. */
export type Rest = { kind: 'clause'; clause: string } | { kind: 'contract'; source: string };

export function onClause(clause: string): Rest {
  return { kind: 'clause', clause };
}
