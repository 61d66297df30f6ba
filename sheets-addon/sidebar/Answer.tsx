/** What the script has answered, each kind by its own part. */
import type { Translate } from '#core/language/index.ts';
import { AddForm } from './AddForm.tsx';
import { Agenda } from './Agenda.tsx';
import type { Ask, Unreached } from './client.ts';
import { Exports } from './Exports.tsx';
import { Findings } from './Findings.tsx';
import { NoEngagement } from './NoEngagement.tsx';
import type { SidebarAnswer } from './protocol.ts';
import { Repair } from './Repair.tsx';
import { SelfTest } from './SelfTest.tsx';
import { Settings } from './Settings.tsx';
import { SetUp } from './SetUp.tsx';
import { sayUnreached } from './say-unreached.ts';
import { Wizard } from './Wizard.tsx';

interface AnswerProps {
  answer: SidebarAnswer | Unreached;
  ask: Ask;
  translate: Translate;
  again: () => void;
  openWizard: () => void;
}

export function Answer(props: AnswerProps) {
  const { answer, ask, translate, again } = props;
  if ('engagements' in answer && answer.engagements.length === 0) return <NoEngagement {...props} />;
  switch (answer.kind) {
    case 'agenda':
      return <Agenda made={answer} ask={ask} translate={translate} />;
    case 'damaged':
      return <Repair text={answer.text} ask={ask} translate={translate} onDone={again} />;
    case 'exports':
      return <Exports facts={answer} ask={ask} translate={translate} />;
    case 'failed':
      return <Failed text={answer.text} translate={translate} again={again} />;
    case 'findings':
      return <Findings found={answer} ask={ask} translate={translate} />;
    case 'form':
      return <AddForm key={answer.tab} form={answer} ask={ask} translate={translate} />;
    case 'not-set-up':
      return <SetUp ask={ask} translate={translate} onDone={again} />;
    case 'self-test':
      return <SelfTest results={answer.results} translate={translate} />;
    case 'settings':
      return <Settings facts={answer.facts} ask={ask} translate={translate} />;
    case 'unreached':
      return <Failed text={sayUnreached(answer, translate)} translate={translate} again={again} />;
    case 'wizard':
      return <Wizard facts={answer.facts} ask={ask} translate={translate} />;
    default:
      return null;
  }
}

function Failed({ text, translate, again }: { text: string; translate: Translate; again: () => void }) {
  return (
    <>
      <p role="alert">{text}</p>
      <button type="button" onClick={again}>
        {translate('sidebar.again')}
      </button>
    </>
  );
}
