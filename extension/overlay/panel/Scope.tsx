/** The limits of scope and how much of them is used; then what is over a limit or near one, and what to do. */
import { useState } from 'preact/hooks';
import { VerdictMark } from '../../ui/StateMark.tsx';
import { noteDraft } from './drafts.ts';
import { Noted } from './Noted.tsx';
import type { PartProps } from './part-props.ts';

export function Scope(props: PartProps) {
  const { chips, findings } = props.answer;
  const { say } = props;
  // A note that is half typed in is not to be looked for.
  const [isOpen] = useState(() => findings.shown.some(({ key }) => noteDraft(props, key).draft !== null));
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
        <details data-part="findings" open={isOpen}>
          <summary>{say('overlay.findings', { count: findings.shown.length + findings.more })}</summary>
          <ul class="findings">
            {findings.shown.map((finding) => {
              const { key, severity, text, whatToDo, rests, isReading } = finding;
              return (
                <li key={key}>
                  <VerdictMark is={severity} />
                  <div>
                    <p>{text}</p>
                    <p class="soft">{whatToDo}</p>
                    {rests !== '' && <p class={isReading ? 'clause reading' : 'clause'}>{rests}</p>}
                    <Noted {...props} finding={finding} />
                  </div>
                </li>
              );
            })}
          </ul>
          {findings.more > 0 && <p class="soft">{say('overlay.more-findings', { count: findings.more })}</p>}
        </details>
      )}
    </div>
  );
}
