/** The limits of scope and how much of them is used; then what is over a limit or near one, and what to do. */
import { VerdictMark } from '../../ui/StateMark.tsx';
import type { PartProps } from './part-props.ts';

export function Scope({ answer: { chips, findings }, say }: PartProps) {
  if (chips.length === 0 && findings.shown.length === 0) return null;
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
      {findings.shown.length > 0 && (
        <details data-part="findings">
          <summary>{say('overlay.findings', { count: findings.shown.length + findings.more })}</summary>
          <ul class="findings">
            {findings.shown.map(({ severity, text, whatToDo, rests, isReading }) => (
              <li key={text}>
                <VerdictMark is={severity} />
                <div>
                  <p>{text}</p>
                  <p class="soft">{whatToDo}</p>
                  {rests !== '' && <p class={isReading ? 'clause reading' : 'clause'}>{rests}</p>}
                </div>
              </li>
            ))}
          </ul>
          {findings.more > 0 && <p class="soft">{say('overlay.more-findings', { count: findings.more })}</p>}
        </details>
      )}
    </div>
  );
}
