import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ask } from '../platform/ask.ts';
import type { ActiveTab } from '../platform/look.ts';
import type { PopupAnswer } from '../platform/messages.ts';
import { openOwnPage } from '../platform/own-page.ts';
import { Sign } from '../ui/StateMark.tsx';
import { type Say, sayIn } from '../ui/words.ts';
import { CardOnPage, CardStrip } from './CardStrip.tsx';
import { CustomerCard } from './CustomerCard.tsx';
import { Owed } from './Owed.tsx';
import { SiteStrip } from './SiteStrip.tsx';

interface Props {
  first: PopupAnswer;
  tab: ActiveTab | null;
  nowMs: number;
  zone: string;
}

export function Popup({ first, tab, nowMs, zone }: Props) {
  const answer = useSignal(first);
  const { shown, card, engagements, problems, owed, owedElsewhere } = answer.value;
  const say = sayIn(answer.value);
  useEffect(() => {
    document.documentElement.lang = say.language;
  }, [say.language]);

  const choose = async (engagement: string | null) => {
    const next = await ask({ type: 'popup', url: null, engagement });
    if (next?.kind === 'popup') answer.value = next;
  };
  return (
    <main>
      <header class="bar">
        <Sign />
        <h1>Dueline</h1>
        <button type="button" class="button link" onClick={openOptions}>
          {say('popup.options')}
        </button>
      </header>
      <CardOnPage url={tab?.url ?? null} say={say} />
      <SiteStrip tab={tab} say={say} />
      {problems.length > 0 && (
        <section class="part" role="alert">
          <h2>{say('popup.problem-title')}</h2>
          <p>{problems[0]!.text}</p>
          <OpenOptions say={say} />
        </section>
      )}
      {problems.length === 0 && shown === null && <Empty any={engagements.length > 0} say={say} />}
      <CardStrip standing={card} zone={zone} say={say} reload={() => choose(null)} />
      {shown && (
        <>
          {engagements.length > 1 && (
            <label class="part choose">
              <span class="only-read">{say('popup.engagement')}</span>
              <select
                class="select"
                value={shown.engagement.id}
                onChange={(event) => void choose(event.currentTarget.value)}
              >
                {engagements.map(({ id, label }) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          )}
          <CustomerCard shown={shown} nowMs={nowMs} zone={zone} say={say}>
            <Owed
              owed={owed}
              elsewhere={owedElsewhere}
              none={say(card ? 'card.owed-none' : 'popup.owed-none')}
              nowMs={nowMs}
              zone={zone}
              say={say}
            />
          </CustomerCard>
        </>
      )}
    </main>
  );
}

/** Says in two sentences what is missing and where it comes from. */
function Empty({ any, say }: { any: boolean; say: Say }) {
  return (
    <section class="part empty">
      {any ? (
        <p>{say('popup.no-engagements')}</p>
      ) : (
        <>
          <h2>{say('popup.empty-title')}</h2>
          <p>{say('popup.empty-what')}</p>
          <p>{say('popup.empty-how')}</p>
        </>
      )}
      <p class="buttons">
        <OpenOptions say={say} />
        <button type="button" class="button" onClick={() => void openOwnPage('card.html')}>
          {say('card.have-one')}
        </button>
      </p>
    </section>
  );
}

function OpenOptions({ say }: { say: Say }) {
  return (
    <button type="button" class="button primary" onClick={openOptions}>
      {say('popup.open-options')}
    </button>
  );
}

async function openOptions() {
  await ask({ type: 'open-options' });
  window.close();
}
