/** The sidebar: what was found, the forms, and the self-test, one at a time. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Language, translator } from '#core/language/index.ts';
import { Answer } from './Answer.tsx';
import type { Ask, AskScript } from './client.ts';
import type { SidebarRequest } from './protocol.ts';
import { sayUnreached } from './say-unreached.ts';
import { type Shown, TABS, WIZARD } from './tabs.ts';
import { Waiting } from './Waiting.tsx';

export function Sidebar({ ask, language: first }: { ask: AskScript; language: Language }) {
  const [language, setLanguage] = useState(first);
  const [shown, setShown] = useState<Shown | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const translate = translator(language);

  const told = async (request: SidebarRequest) => {
    const answer = await ask(request);
    if (answer.kind !== 'unreached') setLanguage(answer.language);
    return answer;
  };
  const inWords: Ask = async (request) => {
    const answer = await told(request);
    if (answer.kind === 'unreached') return { kind: 'failed', text: sayUnreached(answer, translate) };
    if (answer.kind === 'not-set-up') return { kind: 'failed', text: translate('sidebar.set-up-first') };
    return answer;
  };
  const open = async (request: SidebarRequest) => {
    setShown({ request, answer: null });
    const answer = await told(request);
    // Somebody may have chosen something else meanwhile.
    setShown((now) => (now?.request === request ? { request, answer } : now));
  };
  const answer = shown?.answer ?? null;
  // Whoever has waited at the button is led to what came of it; whoever has gone on is left where they are.
  useEffect(() => {
    const at = document.activeElement;
    if (answer && (at === document.body || at?.getAttribute('aria-pressed') === 'true')) {
      heading.current?.focus();
    }
  }, [answer]);

  return (
    <main lang={language}>
      <nav aria-label={translate('sidebar.what')}>
        {TABS.map(({ key, request }) => (
          <button
            key={key}
            type="button"
            aria-pressed={shown?.request === request}
            onClick={() => void open(request)}
          >
            {translate(key)}
          </button>
        ))}
      </nav>
      <section aria-busy={shown !== null && answer === null}>
        <h1 ref={heading} tabIndex={-1}>
          {translate(TABS.find(({ request }) => request === shown?.request)?.key ?? 'sidebar.what')}
        </h1>
        {shown === null && <p class="quiet">{translate('sidebar.welcome')}</p>}
        {shown !== null && answer === null && <Waiting translate={translate} />}
        {shown && answer && (
          <Answer
            answer={answer}
            ask={inWords}
            translate={translate}
            again={() => void open(shown.request)}
            openWizard={() => void open(WIZARD)}
          />
        )}
      </section>
    </main>
  );
}
