/** What the user has shown Dueline on the pages of their sites: listed, taken back, exported and taken in. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ask, onPush } from '../platform/ask.ts';
import type { MappedFact, MappedSite, PageMapping, StatusKind } from '../platform/mapping.ts';
import { StatusMeaning } from '../ui/StatusMeaning.tsx';
import type { Say } from '../ui/words.ts';
import { saveAs } from './save-as.ts';

/** What is said below the list, with the site as it was where that can be undone. */
interface Note {
  text: string;
  before: MappedSite | null;
}

export function Mappings({ say }: { say: Say }) {
  const sites = useSignal<readonly MappedSite[]>([]);
  const note = useSignal<Note | null>(null);
  const load = async () => {
    const answer = await ask({ type: 'mappings' });
    if (answer?.kind === 'mappings') sites.value = answer.sites;
  };
  useEffect(() => {
    void load();
    const life = new AbortController();
    onPush(() => void load(), life.signal);
    return () => life.abort();
  }, []);

  const forget = async (site: MappedSite, { address }: PageMapping, fact: MappedFact | null) => {
    await ask({ type: 'forget-mapping', site: site.site, address, fact });
    const what = fact === null ? address : say(`mapping.fact-${fact}`);
    note.value = { text: say('mapping.forgotten-page', { address: what }), before: site };
    await load();
  };
  const setWord = async (site: string, word: string, kind: StatusKind | null) => {
    await ask({ type: 'set-status-word', site, word, kind });
    await load();
  };
  const takeIn = async (text: string) => {
    const answer = await ask({ type: 'import-mappings', text });
    if (answer.kind === 'imported') {
      note.value = { text: say('mapping.imported', { count: answer.sites }), before: null };
    } else note.value = { text: answer.text, before: null };
    await load();
  };
  const undo = async (site: MappedSite) => {
    await ask({
      type: 'import-mappings',
      text: JSON.stringify({ format: 'dueline-mappings', version: 1, sites: [site] }),
    });
    note.value = null;
    await load();
  };
  const exported = async () => {
    const answer = await ask({ type: 'export-mappings' });
    if (answer.kind === 'export') saveAs(answer.fileName, answer.text);
  };
  return (
    <div data-part="mappings">
      <h3>{say('mapping.shown-title')}</h3>
      {sites.value.length === 0 && <p class="soft">{say('mapping.shown-none')}</p>}
      <ul class="mappings">
        {sites.value
          .filter(({ statuses }) => statuses.length > 0)
          .map(({ site, statuses }) => (
            <li key={site} data-part="status-words">
              <p>
                <strong>{site}</strong> <span class="soft">{say('mapping.status-words')}</span>
              </p>
              <ul>
                {statuses.map(({ word, kind }) => (
                  <li key={word}>
                    <StatusMeaning
                      word={word}
                      kind={kind}
                      say={say}
                      set={(next) => setWord(site, word, next)}
                    />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        {sites.value.flatMap((site) =>
          site.pages.map((page) => (
            <li key={`${site.site} ${page.address}`}>
              <p>
                <strong>{site.site}</strong>
                <span class="soft">{page.address}</span>{' '}
                <button type="button" class="button link" onClick={() => void forget(site, page, null)}>
                  {say('mapping.forget-page')}
                </button>
              </p>
              <ul>
                {page.facts.map(({ fact, anchors }) => (
                  <li key={fact}>
                    {say(`mapping.fact-${fact}`)}{' '}
                    <span class="soft small">{say('mapping.anchors', { count: anchors.length })}</span>{' '}
                    <button
                      type="button"
                      class="button link"
                      aria-label={say('sheets.way-of', {
                        way: say('mapping.forget'),
                        name: say(`mapping.fact-${fact}`),
                      })}
                      onClick={() => void forget(site, page, fact)}
                    >
                      {say('mapping.forget')}
                    </button>
                  </li>
                ))}
              </ul>
            </li>
          )),
        )}
      </ul>
      <p class="buttons">
        {sites.value.length > 0 && (
          <button type="button" class="button" onClick={() => void exported()}>
            {say('mapping.export')}
          </button>
        )}
        <label class="button">
          {say('mapping.import')}
          <input
            class="only-read"
            type="file"
            accept=".json,application/json"
            onChange={async ({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file) await takeIn(await file.text());
              currentTarget.value = '';
            }}
          />
        </label>
      </p>
      <p role="status">
        {note.value?.text}{' '}
        {note.value?.before && (
          <button type="button" class="button link" onClick={() => void undo(note.value!.before!)}>
            {say('mapping.undo')}
          </button>
        )}
      </p>
    </div>
  );
}
