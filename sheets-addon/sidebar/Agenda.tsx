/** The agenda of one engagement's weekly call: to read, to copy, to print; in the tracker's language. */
import { useState } from 'preact/hooks';
import { type Translate, translator } from '#core/language/index.ts';
import { agendaSections, agendaText, agendaTitle } from './agenda-sections.ts';
import { CopyText } from './CopyText.tsx';
import { type Ask, failureIn } from './client.ts';
import { EngagementSelect } from './EngagementSelect.tsx';
import type { SidebarAnswer } from './protocol.ts';

type Made = Extract<SidebarAnswer, { kind: 'agenda' }>;

/** None is broken over two lines at its hyphen. */
const DATES = /(\b\d{4}(?:-(?:\d\d|W\d\d|Q\d)){1,2})/;

interface AgendaProps {
  made: Made;
  ask: Ask;
  translate: Translate;
}

export function Agenda({ made: first, ask, translate }: AgendaProps) {
  const [made, setMade] = useState(first);
  const [wanted, setWanted] = useState<string | null>(null);
  const [failure, setFailure] = useState('');
  const { agenda, engagement, engagements, written } = made;
  if (agenda === null) return <p>{translate('sidebar.agenda-none')}</p>;
  const choose = async (id: string) => {
    setWanted(id);
    const answer = await ask({ ask: 'agenda', engagement: id });
    setWanted(null);
    setFailure(failureIn(answer));
    if (answer.kind === 'agenda') setMade(answer);
  };
  const say = translator(written);
  return (
    <>
      <EngagementSelect
        id="agenda-engagement"
        label={translate('sidebar.engagement')}
        offers={engagements}
        value={wanted ?? engagement ?? ''}
        onChange={(id) => void choose(id)}
      />
      {wanted !== null && (
        <p role="status" class="quiet">
          {translate('sidebar.working')}
        </p>
      )}
      {failure !== '' && <p role="alert">{failure}</p>}
      <article lang={written} aria-busy={wanted !== null}>
        <h2>{agendaTitle(agenda, say)}</h2>
        {agendaSections(agenda, say).map(({ heading, lines }) => (
          <section key={heading}>
            <h3>{heading}</h3>
            <ul>
              {lines.map(({ text, tone }) => (
                <li key={text} class={tone}>
                  {text
                    .split(DATES)
                    .map((part, place) => (place % 2 === 0 ? part : <span class="whole">{part}</span>))}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </article>
      <div class="buttons screen-only">
        <CopyText text={agendaText(agenda, say)} label={translate('sidebar.copy')} translate={translate} />
        <button type="button" onClick={() => print()}>
          {translate('sidebar.print')}
        </button>
      </div>
    </>
  );
}
