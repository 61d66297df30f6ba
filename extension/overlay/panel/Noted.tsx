/** Who has taken note of a finding, and the way to do so oneself; all of it undone as easily. */
import type { SaidScopeFinding } from '../../platform/said.ts';
import { nearbyInstant } from '../../ui/format.ts';
import { Form } from './Form.tsx';
import type { PartProps } from './part-props.ts';
import { useNote } from './use-note.ts';

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

function NotedHere(props: PartProps & { finding: SaidScopeFinding }) {
  const {
    finding: { key: finding, noted },
    answer,
    shown: { facts },
    nowMs,
    zone,
    send,
    say,
  } = props;
  const { asking, ask, form } = useNote(props, finding);
  if (noted) {
    const when = nearbyInstant(noted.atMs, zone, say.language, nowMs);
    return (
      <p data-part="noted">
        {say('overlay.noted', { by: noted.by, when })} <bdi>{noted.reason}</bdi>{' '}
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
      <button type="button" class="button link" onClick={ask}>
        {say('overlay.note-it')}
      </button>
    );
  }
  return (
    <Form
      {...form((by, reason) => void send({ type: 'acknowledge', facts, finding, by, reason }))}
      name={answer.person ?? ''}
      withReason
      button={say('overlay.note-done')}
    />
  );
}
