/** The messages that were found beside the one pointed at: how each would be read, and what can be chosen otherwise. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { STREAM_ROLES, type StreamRole } from '../../platform/mapping.ts';
import type { Say } from '../../ui/words.ts';
import { isMarked } from '../stream/marks.ts';
import type { Part } from '../stream/parts.ts';
import type { PickerModel, Taken, TakenStream } from './model.ts';

const MOST_SHOWN = 6;

interface Props {
  model: PickerModel;
  taken: Taken;
  stream: TakenStream;
  say: Say;
}

export function StreamPreview({ model, taken, stream, say }: Props) {
  const { parts, times, names, read } = stream;
  const keep = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => keep.current?.focus({ preventScroll: true }), []);
  const isBare = (item: Element) => !parts.roles.some(({ mark }) => mark !== '' && isMarked(item, mark));
  // Of the others is asked only where there are some.
  const asked = parts.roles.filter(({ mark }) => mark !== '' || stream.items.some(isBare));
  const canKeep = taken.anchors.length > 0 && parts.at.length > 0;
  return (
    <div class="hint stream">
      <p>
        <strong>{say('mapping.messages-found', { count: read.length })}</strong>
      </p>
      <ol class="read">
        {read.slice(0, MOST_SHOWN).map(({ role, author, at }, index) => (
          <li key={index} data-role={role}>
            <strong>{say(`mapping.role-${role}`)}</strong> <bdi>{author.name ?? author.email}</bdi>
            {` · ${at?.shown ?? say('mapping.no-time')}`}
          </li>
        ))}
      </ol>
      <Place
        label={say('mapping.part-time')}
        none={say('mapping.part-none')}
        places={times}
        chosen={parts.at}
        set={(at) => model.setStream({ ...parts, at })}
      />
      <Place
        label={say('mapping.part-author')}
        none={say('mapping.part-none')}
        places={names}
        chosen={parts.author}
        set={(author) => model.setStream({ ...parts, author })}
      />
      {asked.map(({ mark, role }) => (
        <label key={mark} class="choice small">
          {mark === ''
            ? say(parts.roles.length === 1 ? 'mapping.role-of-all' : 'mapping.role-of-others')
            : say('mapping.role-of-marked', { mark: wordOf(mark) })}{' '}
          <select
            value={role}
            onChange={({ currentTarget }) =>
              model.setStream({
                ...parts,
                roles: parts.roles.map((each) =>
                  each.mark === mark ? { mark, role: currentTarget.value as StreamRole } : each,
                ),
              })
            }
          >
            {STREAM_ROLES.map((each) => (
              <option key={each} value={each}>
                {say(`mapping.role-${each}`)}
              </option>
            ))}
          </select>
        </label>
      ))}
      {!canKeep && (
        <p class="tone-warn small">
          {say(taken.anchors.length > 0 ? 'mapping.needs-time' : 'mapping.no-anchor')}
        </p>
      )}
      <p class="buttons">
        {canKeep && (
          <button
            ref={keep}
            type="button"
            class="button primary"
            onClick={() => model.keep({ fact: 'messages', anchors: taken.anchors, stream: parts })}
          >
            {say('mapping.keep')}
          </button>
        )}
        <button type="button" class="button" onClick={() => model.point('messages')}>
          {say('mapping.choose-again')}
        </button>
        <button type="button" class="button" onClick={model.toList}>
          {say('mapping.stop')}
        </button>
      </p>
    </div>
  );
}

/** `.agent` and `[data-kind="agent"]` say "agent". */
const wordOf = (mark: string) => /^\[[^"]*"(.*)"\]$/.exec(mark)?.[1] ?? mark.slice(1);

interface PlaceProps {
  label: string;
  none: string;
  places: readonly Part[];
  chosen: readonly string[];
  set: (selectors: string[]) => void;
}

/** Which place within each message, by what stands there in the one that was pointed at. */
function Place({ label, none, places, chosen, set }: PlaceProps) {
  const at = places.findIndex(({ selectors }) => selectors[0] === chosen[0]);
  return (
    <label class="choice small">
      {label}{' '}
      <select
        value={String(at)}
        onChange={({ currentTarget }) => set(places[Number(currentTarget.value)]?.selectors ?? [])}
      >
        {places.map(({ text }, index) => (
          <option key={index} value={String(index)}>
            {text}
          </option>
        ))}
        <option value="-1">{none}</option>
      </select>
    </label>
  );
}
