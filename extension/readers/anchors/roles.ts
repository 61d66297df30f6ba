/** Who speaks, by those whom a page names and by what it says of a message. */
import type { MessageRole } from '#core/response/ticket-facts.ts';
import { type Person, personOf, samePerson } from '../generic/people.ts';
import { MARKS, wordKey } from '../words/index.ts';

/** Its owner, and those to whom it can be assigned; where its requester is among these, they are everybody. */
export function staffOf(
  owner: Person | null,
  assignable: readonly string[],
  requester: Person | null,
): Person[] {
  const people = assignable.map((each) => personOf(each));
  const areEverybody = people.some((each) => each && requester && samePerson(each, requester));
  return [owner, ...(areEverybody ? [] : people)].filter((each) => each !== null);
}

/** "Reply - internal". */
export function roleInWords(text: string): MessageRole | null {
  for (const part of text.split(/\s[-–—·•|]\s/)) {
    const marks = MARKS.get(wordKey(part));
    for (const mark of marks ?? []) if (mark !== 'public') return mark;
  }
  return null;
}
