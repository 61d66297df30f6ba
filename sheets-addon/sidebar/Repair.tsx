/** A tracker of which something is gone: what, and the way to have it back. */
import { useState } from 'preact/hooks';
import type { Translate } from '#core/language/index.ts';
import { type Ask, failureIn } from './client.ts';

interface RepairProps {
  text: string;
  ask: Ask;
  translate: Translate;
  onDone: () => void;
}

export function Repair({ text, ask, translate, onDone }: RepairProps) {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const repair = async () => {
    setBusy(true);
    const answer = await ask({ ask: 'set-up', language: translate.language });
    setBusy(false);
    if (answer.kind === 'set-up') onDone();
    else setFailure(failureIn(answer));
  };
  return (
    <>
      <p role="alert">{text}</p>
      <button type="button" class="main" disabled={isBusy} onClick={() => void repair()}>
        {translate('menu.set-up')}
      </button>
      {isBusy && <p class="quiet">{translate('sidebar.working')}</p>}
      {failure !== '' && <p role="alert">{failure}</p>}
    </>
  );
}
