/** Opens a customer card: from the link that led here, a file, or what was pasted; kept only when its reader says so. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ask } from '../platform/ask.ts';
import type { CardAnswer } from '../platform/card-messages.ts';
import type { SaidProblem } from '../platform/said.ts';
import { CustomerCard } from '../popup/CustomerCard.tsx';
import { Owed } from '../popup/Owed.tsx';
import { Sign } from '../ui/StateMark.tsx';
import { sayIn } from '../ui/words.ts';
import { Keep } from './Keep.tsx';
import { Opener } from './Opener.tsx';
import { Standing } from './Standing.tsx';

interface Props {
  first: CardAnswer;
  text: string;
  nowMs: number;
  zone: string;
}

export function CardPage({ first, text, nowMs, zone }: Props) {
  const answer = useSignal(first);
  const read = useSignal(text);
  const refused = useSignal<SaidProblem | null>(null);
  const kept = useSignal(false);
  const { shown, owed, standing, problems } = answer.value;
  const say = sayIn(answer.value);
  useEffect(() => {
    document.documentElement.lang = say.language;
    document.title = say('card.title');
  }, [say.language]);

  const open = async (given: string) => {
    const next = await ask({ type: 'read-card', text: given });
    refused.value = next.kind === 'card' ? null : next;
    if (next.kind !== 'card') return;
    kept.value = false;
    read.value = given;
    answer.value = next;
  };
  const keep = async (trust: boolean) => {
    const done = await ask({ type: 'keep-card', text: read.value, trust });
    if (done.kind === 'refused') {
      refused.value = done;
      return;
    }
    await open(read.value);
    kept.value = true;
  };

  const said = refused.value ? [refused.value] : problems;
  return (
    <main>
      <header class="bar">
        <Sign />
        <h1>{say('card.title')}</h1>
      </header>
      {said.length > 0 && (
        <section class="part" role="alert" data-part="card-problems">
          <h2>{say('card.cannot-open')}</h2>
          <p>{said[0]!.text}</p>
        </section>
      )}
      {shown && standing ? (
        <>
          <Keep answer={answer.value} standing={standing} kept={kept.value} say={say} onKeep={keep}>
            <Standing standing={standing} zone={zone} say={say} />
          </Keep>
          <CustomerCard shown={shown} nowMs={nowMs} zone={zone} say={say}>
            <Owed
              owed={owed}
              elsewhere={[]}
              none={say('card.owed-none')}
              nowMs={nowMs}
              zone={zone}
              say={say}
            />
          </CustomerCard>
        </>
      ) : (
        <Opener say={say} onOpen={open} />
      )}
    </main>
  );
}
