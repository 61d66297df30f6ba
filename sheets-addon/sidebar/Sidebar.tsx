/** The sidebar: what was found, two forms, and the self-test, one at a time. */
import { useState } from 'preact/hooks';
import { type Language, translator } from '#core/language/index.ts';
import { AddForm } from './AddForm.tsx';
import { Agenda } from './Agenda.tsx';
import type { Ask } from './client.ts';
import { Exports } from './Exports.tsx';
import { Findings } from './Findings.tsx';
import type { SidebarAnswer, SidebarRequest } from './protocol.ts';
import { SelfTest } from './SelfTest.tsx';
import { Settings } from './Settings.tsx';
import { SetUp } from './SetUp.tsx';
import { Wizard } from './Wizard.tsx';

interface Shown {
  request: SidebarRequest;
  answer: SidebarAnswer | null;
}

const TABS = [
  { key: 'sidebar.check', request: { ask: 'check' } },
  { key: 'sidebar.log-time', request: { ask: 'form', tab: 'activities' } },
  { key: 'sidebar.add-case', request: { ask: 'form', tab: 'cases' } },
  { key: 'sidebar.new-engagement', request: { ask: 'wizard' } },
  { key: 'sidebar.agenda', request: { ask: 'agenda', engagement: null } },
  { key: 'sidebar.export', request: { ask: 'exports' } },
  { key: 'sidebar.settings', request: { ask: 'settings' } },
  { key: 'sidebar.self-test', request: { ask: 'self-test' } },
] as const satisfies readonly { key: string; request: SidebarRequest }[];

export function Sidebar({ ask, language: first }: { ask: Ask; language: Language }) {
  const [language, setLanguage] = useState(first);
  const [shown, setShown] = useState<Shown | null>(null);
  const translate = translator(language);

  const told: Ask = async (request) => {
    const answer = await ask(request);
    if ('language' in answer) setLanguage(answer.language);
    return answer;
  };
  const open = async (request: SidebarRequest) => {
    setShown({ request, answer: null });
    const answer = await told(request);
    // Somebody may have chosen something else meanwhile.
    setShown((now) => (now?.request === request ? { request, answer } : now));
  };

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
      <section aria-live="polite" aria-busy={shown !== null && shown.answer === null}>
        <h1>{translate(TABS.find(({ request }) => request === shown?.request)?.key ?? 'sidebar.what')}</h1>
        {shown === null && <p class="quiet">{translate('sidebar.welcome')}</p>}
        {shown !== null && shown.answer === null && <p class="quiet">{translate('sidebar.working')}</p>}
        {shown?.answer && (
          <Answer
            answer={shown.answer}
            ask={told}
            language={language}
            again={() => void open(shown.request)}
          />
        )}
      </section>
    </main>
  );
}

interface AnswerProps {
  answer: SidebarAnswer;
  ask: Ask;
  language: Language;
  again: () => void;
}

function Answer({ answer, ask, language, again }: AnswerProps) {
  const translate = translator(language);
  if (answer.kind === 'findings') return <Findings found={answer} ask={ask} translate={translate} />;
  if (answer.kind === 'agenda') return <Agenda made={answer} ask={ask} translate={translate} />;
  if (answer.kind === 'exports') return <Exports facts={answer} ask={ask} translate={translate} />;
  if (answer.kind === 'form')
    return <AddForm key={answer.tab} form={answer} ask={ask} translate={translate} />;
  if (answer.kind === 'self-test') return <SelfTest results={answer.results} translate={translate} />;
  if (answer.kind === 'settings') return <Settings facts={answer.facts} ask={ask} translate={translate} />;
  if (answer.kind === 'not-set-up') return <SetUp ask={ask} translate={translate} onDone={again} />;
  if (answer.kind === 'wizard') return <Wizard facts={answer.facts} ask={ask} translate={translate} />;
  if (answer.kind !== 'failed') return null;
  return (
    <div class="failed" role="alert">
      <p>{answer.text}</p>
      <p class="quiet">{translate('sidebar.accounts')}</p>
      <button type="button" onClick={again}>
        {translate('sidebar.again')}
      </button>
    </div>
  );
}
