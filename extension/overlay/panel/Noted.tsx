/** Who has taken note of a finding, and the way to do so oneself; all of it undone as easily. */
import { useState } from 'preact/hooks';
import type { SaidScopeFinding } from '../../platform/said.ts';
import { nearbyInstant } from '../../ui/format.ts';
import { Form } from './Form.tsx';
import type { PartProps } from './part-props.ts';

export function Noted(props: PartProps & { finding: SaidScopeFinding }) {
  const { notedInSheet } = props.finding;
  const { say } = props;
  return (
    <>
      {notedInSheet && (
        <p data-part="noted-in-sheet">
          {notedInSheet.by === ''
            ? say('overlay.noted-in-sheet')
            : say('overlay.noted-in-sheet-by', { by: notedInSheet.by })}{' '}
          {notedInSheet.reason}
        </p>
      )}
      {(props.finding.noted || !notedInSheet) && <NotedHere {...props} />}
    </>
  );
}

function NotedHere({
  finding: { key: finding, noted },
  answer,
  shown: { facts },
  nowMs,
  zone,
  send,
  say,
}: PartProps & { finding: SaidScopeFinding }) {
  const [asking, setAsking] = useState(false);
  if (noted) {
    const when = nearbyInstant(noted.atMs, zone, say.language, nowMs);
    return (
      <p data-part="noted">
        {say('overlay.noted', { by: noted.by, when })} {noted.reason}{' '}
        <button
          type="button"
          class="button link"
          onClick={() => void send({ type: 'unacknowledge', facts, finding })}
        >
          {say('overlay.undo')}
        </button>
      </p>
    );
  }
  if (!asking) {
    return (
      <button type="button" class="button link" onClick={() => setAsking(true)}>
        {say('overlay.note-it')}
      </button>
    );
  }
  return (
    <Form
      form="note"
      name={answer.person ?? ''}
      withReason
      button={say('overlay.note-done')}
      save={(by, reason) => {
        setAsking(false);
        void send({ type: 'acknowledge', facts, finding, by, reason });
      }}
      cancel={() => setAsking(false)}
      {...{ send, say }}
    />
  );
}
