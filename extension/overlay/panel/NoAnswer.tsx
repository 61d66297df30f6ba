/** "No answer needed", by a click of somebody who says who they are, and the way back. */
import type { ResponseState } from '#core/response/inquiry.ts';
import { nearbyInstant } from '../../ui/format.ts';
import { Form } from './Form.tsx';
import type { PartProps } from './part-props.ts';
import { useNote } from './use-note.ts';

const OPEN: readonly ResponseState[] = ['running', 'due-soon', 'overdue', 'not-stated', 'closed-unanswered'];

export function NoAnswer(props: PartProps) {
  const {
    answer,
    shown: { facts },
    nowMs,
    zone,
    send,
    say,
  } = props;
  const { asking, ask, form } = useNote(props, 'no-answer');
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
    void send({ type: 'no-answer', facts, inquiryMs, by });
  };
  if (!asking) {
    return (
      <button
        type="button"
        class="button"
        onClick={() => (answer.person === null ? ask() : mark(answer.person))}
      >
        {say('overlay.no-answer')}
      </button>
    );
  }
  return (
    <Form
      {...form(mark)}
      name={answer.verdict.engagement?.manager.name ?? ''}
      withReason={false}
      button={say('overlay.no-answer')}
    />
  );
}
