/** "No answer needed", by a click of somebody who says who they are, and the way back. */
import { useState } from 'preact/hooks';
import type { ResponseState } from '#core/response/inquiry.ts';
import { nearbyInstant } from '../../ui/format.ts';
import type { PartProps } from './part-props.ts';

const OPEN: readonly ResponseState[] = ['running', 'due-soon', 'overdue', 'not-stated', 'closed-unanswered'];

export function NoAnswer({ answer, shown: { facts }, nowMs, zone, send, say }: PartProps) {
  const [asking, setAsking] = useState(false);
  const [name, setName] = useState(answer.person ?? answer.verdict.engagement?.manager.name ?? '');
  const { current } = answer.verdict;
  if (!current?.received) return null;
  const [inquiryMs] = current.received;
  if (current.dismissed) {
    const { by, atMs } = current.dismissed;
    return (
      <p data-part="dismissed">
        {say('overlay.dismissed', { by, when: nearbyInstant(atMs, zone, say.language, nowMs) })}{' '}
        {answer.dismissedHere && (
          <button
            type="button"
            class="button link"
            onClick={() => void send({ type: 'answer-needed', facts, inquiryMs })}
          >
            {say('overlay.undo')}
          </button>
        )}
      </p>
    );
  }
  if (!OPEN.includes(current.state)) return null;
  const mark = (by: string) => {
    setAsking(false);
    void send({ type: 'no-answer', facts, inquiryMs, by });
  };
  if (!asking) {
    return (
      <button
        type="button"
        class="button"
        onClick={() => (answer.person === null ? setAsking(true) : mark(answer.person))}
      >
        {say('overlay.no-answer')}
      </button>
    );
  }
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') mark(name.trim());
      }}
    >
      <label class="field">
        <span>{say('overlay.your-name')}</span>
        <input
          class="input"
          value={name}
          maxLength={200}
          required
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <p class="buttons">
        <button type="submit" class="button primary">
          {say('overlay.no-answer')}
        </button>
        <button type="button" class="button" onClick={() => setAsking(false)}>
          {say('overlay.cancel')}
        </button>
      </p>
    </form>
  );
}
