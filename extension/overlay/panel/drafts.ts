/**
 * What is being typed in, by ticket and form: the panel goes whenever the page draws itself anew or it is folded, and is
 * drawn with it again. The background keeps it too, for the time after an update of ours.
 */
import type { Draft, NoteDraft, WorkDraft } from '../../platform/changes.ts';
import type { PartProps } from './part-props.ts';

const typed = new Map<string, Draft | null>();
const toTell = new Map<string, () => Promise<unknown>>();
let isTelling = false;

interface Kept<D extends Draft> {
  draft: D | null;
  /** Takes down what is typed; `null`: it was saved, or given up. */
  keep: (draft: D | null) => void;
}

type Of = Pick<PartProps, 'answer' | 'shown' | 'send'>;

export function workDraft(props: Of): Kept<WorkDraft> {
  const stored = props.answer.drafts.find((draft): draft is WorkDraft => !('note' in draft));
  return kept(props, undefined, stored);
}

/** `note`: the form that it is of. */
export function noteDraft(props: Of, note: string): Kept<NoteDraft> {
  const stored = props.answer.drafts.find(
    (draft): draft is NoteDraft => 'note' in draft && draft.note === note,
  );
  return kept(props, note, stored);
}

function kept<D extends Draft>(
  { shown: { facts }, send }: Of,
  note: string | undefined,
  stored: D | undefined,
): Kept<D> {
  const key = `${facts.url} ${note ?? ''}`;
  const here = typed.get(key) as D | null | undefined;
  return {
    draft: here === undefined ? (stored ?? null) : here,
    keep: (draft) => {
      typed.set(key, draft);
      toTell.set(key, () => send({ type: 'draft', facts, note, draft }));
      if (!isTelling) void tellAll();
    },
  };
}

/** Of all that is typed into a form while one message is under way only the last goes out. */
async function tellAll(): Promise<void> {
  isTelling = true;
  for (const [key, tell] of toTell) {
    toTell.delete(key);
    await tell();
  }
  isTelling = false;
}
