/** What leaves the tracker: one customer's card, or the directory for the team's extension. */
import { useState } from 'preact/hooks';
import { sayProblem } from '#core';
import { pageOfLink } from '#core/card/card-link.ts';
import type { Translate } from '#core/language/index.ts';
import { CardMade } from './CardMade.tsx';
import { type Ask, failureIn } from './client.ts';
import { EngagementSelect } from './EngagementSelect.tsx';
import { type MadeCard, madeCard } from './made-card.ts';
import { makeExport } from './make-export.ts';
import type { SidebarAnswer } from './protocol.ts';
import { saveAs } from './save-as.ts';

interface ExportsProps {
  facts: Extract<SidebarAnswer, { kind: 'exports' }>;
  ask: Ask;
  translate: Translate;
}

type Outcome =
  | { kind: 'card'; made: MadeCard }
  | { kind: 'saved' }
  | { kind: 'wrong'; lines: string[] }
  | { kind: 'working' };

export function Exports({ facts, ask, translate }: ExportsProps) {
  const [engagement, setEngagement] = useState(facts.engagements[0]?.id ?? '');
  const [zones, setZones] = useState(Object.fromEntries(facts.zones.map(({ id, zone }) => [id, zone])));
  const [page, setPage] = useState(facts.page);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const isPageWrong = page.trim() !== '' && pageOfLink(page) === null;

  const make = async (id: string | null) => {
    setWanted(id);
    setOutcome({ kind: 'working' });
    const choices = { zones, page: page.trim() };
    const answer = await ask({ ask: 'export', engagement: id, choices });
    if (answer.kind !== 'export-rows') {
      return setOutcome({ kind: 'wrong', lines: [failureIn(answer)] });
    }
    const made = makeExport(answer, id, choices);
    if (made.kind === 'card') return setOutcome({ kind: 'card', made: await madeCard(made.card, page) });
    if (made.kind === 'not-exported') {
      const lines = made.problems.map((one) => sayProblem(one, translate));
      return setOutcome({ kind: 'wrong', lines });
    }
    saveAs('dueline-directory.json', JSON.stringify(made.directory, null, 1), 'application/json');
    setOutcome({ kind: 'saved' });
  };
  const isBusy = outcome?.kind === 'working';
  return (
    <form onInput={() => setOutcome(null)} onSubmit={(event) => event.preventDefault()}>
      {facts.zones.length > 0 && (
        <fieldset>
          <legend>{translate('sidebar.calendar-zones')}</legend>
          <p class="quiet">{translate('sidebar.calendar-zones-about')}</p>
          {facts.zones.map(({ id }) => (
            <label key={id} htmlFor={`zone-${id}`}>
              <span>{id}</span>
              <input
                id={`zone-${id}`}
                placeholder="Europe/Berlin"
                value={zones[id]}
                onInput={({ currentTarget }) => setZones({ ...zones, [id]: currentTarget.value })}
              />
            </label>
          ))}
        </fieldset>
      )}
      <fieldset>
        <legend>{translate('card.title')}</legend>
        <p class="quiet">{translate('sidebar.card-about')}</p>
        <EngagementSelect
          id="card-engagement"
          label={translate('sidebar.engagement')}
          offers={facts.engagements}
          value={engagement}
          onChange={setEngagement}
        />
        <div class="field">
          <label htmlFor="card-page">{translate('card.page')}</label>
          <input
            id="card-page"
            type="url"
            placeholder="https://"
            value={page}
            aria-invalid={isPageWrong}
            aria-describedby="card-page-about"
            onInput={({ currentTarget }) => setPage(currentTarget.value)}
          />
          <p id="card-page-about" class={isPageWrong ? 'flaw' : 'quiet'}>
            {isPageWrong
              ? translate('problem.card-page-wrong', { page })
              : translate('sidebar.card-page-about')}
          </p>
        </div>
        <button
          type="button"
          class="main"
          disabled={isBusy || isPageWrong}
          onClick={() => void make(engagement)}
        >
          {translate('card.make')}
        </button>
        {outcome && wanted !== null && <Result outcome={outcome} translate={translate} />}
      </fieldset>
      <fieldset>
        <legend>{translate('sidebar.directory')}</legend>
        <p class="quiet">{translate('sidebar.directory-about')}</p>
        <button type="button" disabled={isBusy} onClick={() => void make(null)}>
          {translate('sidebar.directory-save')}
        </button>
        {outcome && wanted === null && <Result outcome={outcome} translate={translate} />}
      </fieldset>
    </form>
  );
}

function Result({ outcome, translate }: { outcome: Outcome; translate: Translate }) {
  if (outcome.kind === 'working') return <p class="quiet">{translate('sidebar.working')}</p>;
  if (outcome.kind === 'saved') return <p class="good">{translate('card.saved')}</p>;
  if (outcome.kind === 'card') return <CardMade made={outcome.made} translate={translate} />;
  return (
    <div role="alert" class="result">
      <p>{translate('sidebar.not-exported')}</p>
      <ul>
        {outcome.lines.map((line) => (
          <li key={line} class="violation">
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}
