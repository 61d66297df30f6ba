/** The overlay unfolded. */

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Entitlements } from '../../ui/Entitlements.tsx';
import { keepFocus } from '../../ui/keep-focus.ts';
import { sayIn } from '../../ui/words.ts';
import type { PanelProps } from '../view-contract.ts';
import { Case } from './Case.tsx';
import { FromLater } from './FromLater.tsx';
import { Head } from './Head.tsx';
import { Owed } from './Owed.tsx';
import { People } from './People.tsx';
import { Pick } from './Pick.tsx';
import type { PartProps } from './part-props.ts';
import { ReadFacts } from './ReadFacts.tsx';
import { Scope } from './Scope.tsx';
import { Work } from './Work.tsx';

export function Panel(props: PanelProps) {
  const { answer } = props.shown;
  const say = sayIn(answer);
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const end = new AbortController();
    keepFocus(panel.current!, end.signal);
    return () => end.abort();
  }, []);
  const [failure, setFailure] = useState<string | null>(null);
  const send: PanelProps['send'] = async (change) => {
    const failed = await props.send(change);
    setFailure(failed);
    return failed;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape folds from wherever the focus is inside.
    <div ref={panel} class="panel" onKeyDown={(event) => event.key === 'Escape' && props.fold()}>
      <Head {...props} send={send} say={say} />
      {failure !== null && (
        <p class="part unread" role="alert">
          {failure}
        </p>
      )}
      {answer.kind === 'no-directory' ? (
        <div class="part">
          <p>{answer.problem ?? say('overlay.no-directory')}</p>
          <p>
            <button type="button" class="button primary" onClick={() => void send({ type: 'open-options' })}>
              {say('overlay.open-options')}
            </button>
          </p>
        </div>
      ) : (
        <Verdict {...props} send={send} answer={answer} say={say} />
      )}
    </div>
  );
}

function Verdict(props: PartProps) {
  const { answer, say } = props;
  const { engagement } = answer.verdict;
  return (
    <>
      {engagement === null ? (
        <Pick {...props} />
      ) : (
        <>
          <FromLater {...props} />
          <Owed {...props} engagement={engagement} />
          <Work {...props} engagement={engagement} />
          <Case {...props} />
          <Scope {...props} />
          <People engagement={engagement} say={say} />
          <details class="part">
            <summary>{say('overlay.entitlements', { tier: engagement.tier.name })}</summary>
            <Entitlements entries={answer.entitlements} say={say} />
          </details>
        </>
      )}
      <ReadFacts {...props} />
    </>
  );
}
