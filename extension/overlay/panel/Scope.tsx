/** The limits of scope and how much of them is used; a sentence where the tier states none. */
import { VerdictMark } from '../../ui/StateMark.tsx';
import type { PartProps } from './Panel.tsx';

export function Scope({ answer: { chips }, say }: PartProps) {
  if (chips.length === 0) return null;
  return (
    <div class="part">
      <h3>{say('overlay.scope')}</h3>
      <ul class="chips" data-part="scope">
        {chips.map(({ rule, severity, text, clause }) => (
          <li key={rule} class={`chip ${severity ?? 'ok'}`} data-rule={rule} title={clause ?? undefined}>
            {severity && <VerdictMark is={severity} />}
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
