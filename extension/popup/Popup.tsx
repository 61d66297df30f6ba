import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { ask, onPush } from '../platform/ask.ts';
import type { ActiveTab } from '../platform/look.ts';
import { openOwnPage } from '../platform/own-page.ts';
import type { PopupAnswer } from '../platform/popup-messages.ts';
import { QueueLine } from '../ui/QueueLine.tsx';
import { Sign } from '../ui/StateMark.tsx';
import { type Say, sayIn } from '../ui/words.ts';
import { CardOnPage, CardStrip } from './CardStrip.tsx';
import { CustomerCard } from './CustomerCard.tsx';
import { Desk } from './Desk.tsx';
import { Owed } from './Owed.tsx';
import { SiteStrip } from './SiteStrip.tsx';
import { Tabs } from './Tabs.tsx';

interface Props {
  first: PopupAnswer;
  tab: ActiveTab | null;
  now: ReadonlySignal<number>;
  zone: string;
}

export function Popup({ first, tab, now, zone }: Props) {
  const answer = useSignal(first);
  const { shown, card, engagements, problems, desk, owed, owedElsewhere, queue } = answer.value;
  // On a ticket its customer is what one asks about; elsewhere, what is due.
  const view = useSignal(first.fromPage ? 'customer' : 'desk');
  const nowMs = now.value;
  const started = useRef(nowMs);
  const say = sayIn(answer.value);
  useEffect(() => {
    document.documentElement.lang = say.language;
  }, [say.language]);

  const chosen = useRef(first.chosen);
  const asked = useRef(0);
  const choose = async (engagement: string | null) => {
    chosen.current = engagement;
    const mine = ++asked.current;
    const next = await ask({ type: 'popup', url: null, engagement });
    // Of two that are under way only the answer to the later one counts.
    if (next?.kind !== 'popup' || mine !== asked.current) return;
    answer.value = next;
    chosen.current = next.chosen;
  };
  // What is left, and whether the office is open, is the background's to say: asked again with each tick.
  useEffect(() => {
    if (nowMs !== started.current) void choose(chosen.current);
  }, [nowMs]);
  useEffect(() => {
    const life = new AbortController();
    onPush(() => void choose(chosen.current), life.signal);
    return () => life.abort();
  }, []);
  const customer = (
    <>
      <CardStrip standing={card} zone={zone} say={say} reload={() => choose(null)} />
      {shown && (
        <>
          {engagements.length > 1 && (
            <label class="part choose">
              <span class="only-read">{say('popup.engagement')}</span>
              <select
                class="select"
                value={answer.value.chosen ?? ''}
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
              elsewhere={desk === null ? owedElsewhere : []}
              none={say(card ? 'card.owed-none' : 'popup.owed-none')}
              nowMs={nowMs}
              zone={zone}
              say={say}
            />
          </CustomerCard>
        </>
      )}
    </>
  );
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
      {queue && (
        <div class="part">
          <QueueLine queue={queue} say={say} open={openQueue} />
        </div>
      )}
      <SiteStrip tab={tab} hidden={first.hidden} say={say} />
      {problems.length > 0 && (
        <section class="part" role="alert">
          <h2>{say(engagements.length > 0 ? 'popup.copy-title' : 'popup.problem-title')}</h2>
          <p>{problems[0]!.text}</p>
          <OpenOptions say={say} />
        </section>
      )}
      {problems.length === 0 && shown === null && <Empty any={engagements.length > 0} say={say} />}
      {desk === null ? (
        customer
      ) : (
        <Tabs
          label={say('popup.views')}
          chosen={view.value}
          choose={(id) => {
            view.value = id;
          }}
          tabs={[
            {
              id: 'desk',
              label: say('popup.view-desk', { count: desk.length }),
              content: <Desk desk={desk} nowMs={nowMs} zone={zone} say={say} />,
            },
            { id: 'customer', label: say('popup.view-customer'), content: customer },
          ]}
        />
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

async function openQueue() {
  await openOwnPage('options.html#queue');
  window.close();
}
