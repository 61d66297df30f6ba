/** The form of a note: open while it is asked for or half typed in, and forgotten with what ends it. */
import { useState } from 'preact/hooks';
import { noteDraft } from './drafts.ts';
import type { PartProps } from './part-props.ts';

export function useNote(props: PartProps, note: string) {
  const { draft, keep } = noteDraft(props, note);
  const [asking, setAsking] = useState(draft !== null);
  const end = () => {
    keep(null);
    setAsking(false);
  };
  const form = (save: (by: string, reason: string) => void) => ({
    form: 'note' as const,
    draft,
    keep: (by: string, reason: string) => keep({ note, by, reason }),
    save: (by: string, reason: string) => {
      end();
      save(by, reason);
    },
    cancel: end,
    send: props.send,
    say: props.say,
  });
  return { asking, ask: () => setAsking(true), form };
}
