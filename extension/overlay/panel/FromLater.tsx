/** A message from later than now leaves nothing to count: said before all else, with what can be done about it. */
import { hasLaterMessage } from '#core/response/later-message.ts';
import type { PartProps } from './part-props.ts';
import { SiteZone } from './SiteZone.tsx';

export function FromLater(props: PartProps) {
  const { answer, shown, say } = props;
  if (!hasLaterMessage(shown.facts.messages, answer.verdict.askedMs)) return null;
  return (
    <div class="part unread" data-part="from-later">
      <p>{say('overlay.from-later')}</p>
      <SiteZone {...props} />
    </div>
  );
}
