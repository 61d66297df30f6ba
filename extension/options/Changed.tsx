/** What was changed in the directory from another section, with the way back right there. */
import { type Signal, useSignal } from '@preact/signals';
import type { Request } from '../platform/messages.ts';
import type { Say } from '../ui/words.ts';

/** Sends a change and reads the options anew; says why where it was refused. */
export type Send = (request: Request) => Promise<{ failed: string | null }>;

interface Said {
  text: string;
  wayBack: boolean;
}

export type Saying = Signal<Said | null>;

export function useChange(send: Send) {
  const saying: Saying = useSignal<Said | null>(null);
  const change = async (request: Request, done: string, wayBack = true) => {
    const { failed } = await send(request);
    saying.value = { text: failed ?? done, wayBack: wayBack && failed === null };
  };
  return { saying, change };
}

interface Props {
  saying: Saying;
  change: ReturnType<typeof useChange>['change'];
  say: Say;
}

export function Changed({ saying, change, say }: Props) {
  const { text, wayBack } = saying.value ?? { text: '', wayBack: false };
  return (
    <p role="status">
      {text}{' '}
      {wayBack && (
        <button
          type="button"
          class="button link"
          onClick={() => void change({ type: 'undo-directory' }, say('options.undone'), false)}
        >
          {say('options.undo')}
        </button>
      )}
    </p>
  );
}
