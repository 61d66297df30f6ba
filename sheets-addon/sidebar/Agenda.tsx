/** The agenda of one engagement's weekly call: to read, to copy, to print. */
import { useState } from 'preact/hooks';
import type { Translate } from '#core/language/index.ts';
import { agendaSections, agendaText, agendaTitle } from './agenda-sections.ts';
import { CopyText } from './CopyText.tsx';
import type { Ask } from './client.ts';
import type { SidebarAnswer } from './protocol.ts';

type Made = Extract<SidebarAnswer, { kind: 'agenda' }>;

interface AgendaProps {
  made: Made;
  ask: Ask;
  translate: Translate;
}

export function Agenda({ made: first, ask, translate }: AgendaProps) {
  const [made, setMade] = useState(first);
  const [failure, setFailure] = useState('');
  const { agenda, engagement, engagements } = made;
  if (agenda === null) return <p>{translate('sidebar.agenda-none')}</p>;
  const choose = async (id: string) => {
    const answer = await ask({ ask: 'agenda', engagement: id });
    setFailure(answer.kind === 'failed' ? answer.text : '');
    if (answer.kind === 'agenda') setMade(answer);
  };
  return (
    <>
      <label class="screen-only" htmlFor="agenda-engagement">
        <span>{translate('sidebar.engagement')}</span>
        <select
          id="agenda-engagement"
          value={engagement ?? ''}
          onChange={({ currentTarget }) => void choose(currentTarget.value)}
        >
          {engagements.map((id) => (
            <option key={id}>{id}</option>
          ))}
        </select>
      </label>
      {failure !== '' && <p role="alert">{failure}</p>}
      <article>
        <h2>{agendaTitle(agenda, translate)}</h2>
        {agendaSections(agenda, translate).map(({ heading, lines }) => (
          <section key={heading}>
            <h3>{heading}</h3>
            <ul>
              {lines.map(({ text, tone }) => (
                <li key={text} class={tone}>
                  {text}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </article>
      <div class="buttons screen-only">
        <CopyText
          text={agendaText(agenda, translate)}
          label={translate('sidebar.copy')}
          translate={translate}
        />
        <button type="button" onClick={() => print()}>
          {translate('sidebar.print')}
        </button>
      </div>
    </>
  );
}
