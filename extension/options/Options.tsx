import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { ask, onPush } from '../platform/ask.ts';
import type { OptionsAnswer, Request } from '../platform/messages.ts';
import { Sign } from '../ui/StateMark.tsx';
import { sayIn } from '../ui/words.ts';
import { AboutSection } from './AboutSection.tsx';
import { Calendars } from './Calendars.tsx';
import { Contents, type Entry } from './Contents.tsx';
import { CustomerCards } from './CustomerCards.tsx';
import { DirectorySection } from './DirectorySection.tsx';
import { LanguageSection } from './LanguageSection.tsx';
import { Reminders } from './Reminders.tsx';
import { Rulebook } from './Rulebook.tsx';
import { Search } from './Search.tsx';
import { Sites } from './Sites.tsx';
import { followSearch } from './search.ts';
import { TrackersSection } from './TrackersSection.tsx';

interface Props {
  first: OptionsAnswer;
  zone: string;
  /** The browser, as it introduces itself to every page. */
  browserName: string;
  clock: () => number;
}

export function Options({ first, zone, browserName, clock }: Props) {
  const answer = useSignal(first);
  const wanted = useSignal('');
  const shown = useSignal<number | null>(null);
  const main = useRef<HTMLElement>(null);
  const say = sayIn(answer.value);
  const { language } = say;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = say('options.title');
  }, [language]);
  useLayoutEffect(
    () =>
      followSearch(main.current!, wanted.value, (found) => {
        shown.value = found;
      }),
    [wanted.value],
  );

  const asked = useRef(0);
  const reload = async () => {
    const mine = ++asked.current;
    const next = await ask({ type: 'options' });
    // Of two that are under way only the answer to the later one counts.
    if (next?.kind === 'options' && mine === asked.current) answer.value = next;
  };
  useEffect(() => {
    const life = new AbortController();
    onPush(() => void reload(), life.signal);
    return () => life.abort();
  }, []);
  const send = async (request: Request) => {
    const given = await ask(request);
    await reload();
    return { failed: given.kind === 'refused' ? given.text : null };
  };

  const entries: Entry[] = [
    { id: 'directory', title: say('options.directory') },
    { id: 'trackers', title: say('sheets.title') },
    ...(answer.value.directory ? [{ id: 'cards', title: say('card.make-title') }] : []),
    { id: 'sites', title: say('options.sites') },
    { id: 'notifications', title: say('remind.title') },
    { id: 'calendars', title: say('calendar.title') },
    { id: 'rulebook', title: say('rulebook.title') },
    { id: 'languages', title: say('options.language') },
    { id: 'about', title: say('options.about') },
  ];
  return (
    <>
      <header class="bar">
        <div>
          <Sign />
          <h1>{say('options.title')}</h1>
          <Search text={wanted} shown={shown.value} say={say} />
        </div>
      </header>
      <div class="page">
        <Contents entries={entries} say={say} />
        <main ref={main}>
          <DirectorySection answer={answer.value} say={say} reload={reload} />
          <TrackersSection zone={zone} say={say} />
          {answer.value.directory && <CustomerCards directory={answer.value.directory} say={say} />}
          <Sites
            wanted={answer.value.settings.managed.sites}
            isLocked={answer.value.settings.managed.onlySites !== null}
            zones={answer.value.zones}
            browserZone={zone}
            say={say}
            reload={reload}
          />
          <Reminders answer={answer.value} zone={zone} nowMs={clock()} say={say} send={send} />
          <Calendars answer={answer.value} zone={zone} nowMs={clock()} say={say} send={send} />
          <Rulebook answer={answer.value} say={say} send={send} />
          <LanguageSection answer={answer.value} say={say} send={send} />
          <AboutSection answer={answer.value} browserName={browserName} say={say} send={send} />
          {shown.value === 0 && (
            <p class="nothing">
              {say('options.search-none', { text: wanted.value.trim() })}{' '}
              <button
                type="button"
                class="button"
                onClick={() => {
                  wanted.value = '';
                }}
              >
                {say('options.search-clear')}
              </button>
            </p>
          )}
        </main>
      </div>
    </>
  );
}
