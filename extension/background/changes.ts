/** What a replacement of the directory would change, no more of it than a person reads. */
import { compareDirectories, type FieldChange } from '#core/engagement/compare.ts';
import type { Directory } from '#core/engagement/directory-schema.ts';
import type { Translate } from '#core/language/index.ts';
import type { SaidChanges } from '../platform/settings-messages.ts';
import { fieldInWords, valueInWords } from './field-words.ts';

const MOST_SHOWN = 200;
const MOST_FIELDS = 20;
const MOST_CHARACTERS = 200;

export function saidChanges(before: Directory, after: Directory, translate: Translate): SaidChanges {
  const changes = compareDirectories(before, after);
  const counts = { added: 0, changed: 0, removed: 0 };
  for (const { kind } of changes) counts[kind]++;
  return {
    counts,
    shown: changes.slice(0, MOST_SHOWN).map((change) => ({
      ...change,
      fields: change.fields.slice(0, MOST_FIELDS).map((one) => said(one, translate)),
      moreFields: Math.max(0, change.fields.length - MOST_FIELDS),
    })),
  };
}

function said({ field, before, after }: FieldChange, translate: Translate): FieldChange {
  const short = (text: string | null) => {
    if (text === null) return null;
    const words = valueInWords(field, text, translate);
    return words.length > MOST_CHARACTERS ? `${words.slice(0, MOST_CHARACTERS)}…` : words;
  };
  return { field: fieldInWords(field, translate), before: short(before), after: short(after) };
}
