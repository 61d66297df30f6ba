/** Adding rows and taking them back: what is under way, what went wrong, where they came to stand. */
import { useRef, useState } from 'preact/hooks';
import { type Ask, failureIn } from './client.ts';
import type { NewRow, SidebarAnswer } from './protocol.ts';

export type Added = Extract<SidebarAnswer, { kind: 'added' }>;

export interface Addition {
  added: Added | null;
  failure: string;
  isBusy: boolean;
  /** Whether they were added. */
  add(rows: NewRow[]): Promise<boolean>;
  takeBack(): Promise<void>;
}

export function useAddition(ask: Ask): Addition {
  const [added, setAdded] = useState<Added | null>(null);
  const [failure, setFailure] = useState('');
  const [isBusy, setBusy] = useState(false);
  /** The same rows asked for again, after an answer that was lost, keep their key: they are not added twice. */
  const asked = useRef({ text: '', key: '' });

  const during = async (work: () => Promise<boolean>): Promise<boolean> => {
    setBusy(true);
    setFailure('');
    const isDone = await work();
    setBusy(false);
    return isDone;
  };
  return {
    added,
    failure,
    isBusy,
    add: (rows) =>
      during(async () => {
        const text = JSON.stringify(rows);
        if (asked.current.text !== text) asked.current = { text, key: crypto.randomUUID() };
        const answer = await ask({ ask: 'add', key: asked.current.key, rows });
        if (answer.kind !== 'added') {
          setFailure(failureIn(answer));
          return false;
        }
        asked.current = { text: '', key: '' };
        setAdded(answer);
        return true;
      }),
    takeBack: async () => {
      if (added === null) return;
      await during(async () => {
        const answer = await ask({ ask: 'take-back', rows: added.rows });
        const isDone = answer.kind === 'taken-back';
        if (isDone) setAdded(null);
        else setFailure(failureIn(answer));
        return isDone;
      });
    },
  };
}
