/** The ticket among the cases of its engagement: listed with a click, and taken out again while that can be. */
import type { PartProps } from './part-props.ts';

export function Case({ answer, shown: { facts }, send, say }: PartProps) {
  const listed = answer.case;
  return (
    <p class="part" data-part="case">
      {listed && say('overlay.case', { case: listed.id })}{' '}
      {(listed === null || listed.isAddedHere) && (
        <button
          type="button"
          class={listed ? 'button link' : 'button'}
          onClick={() => void send({ type: listed ? 'remove-case' : 'add-case', facts })}
        >
          {say(listed ? 'overlay.undo' : 'overlay.add-case')}
        </button>
      )}
    </p>
  );
}
