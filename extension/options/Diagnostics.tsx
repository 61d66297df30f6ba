/** What Dueline finds when it looks at itself, and the same as text to send along with a report. */
import { useSignal } from '@preact/signals';
import { ask } from '../platform/ask.ts';
import type { Finding } from '../platform/settings-messages.ts';
import { VerdictMark } from '../ui/StateMark.tsx';
import type { Say } from '../ui/words.ts';

interface Props {
  /** The browser, as it introduces itself to every page. */
  browserName: string;
  say: Say;
}

export function Diagnostics({ browserName, say }: Props) {
  const findings = useSignal<Finding[] | null>(null);
  const note = useSignal('');
  const look = async () => {
    const found = await ask({ type: 'diagnose' });
    if (found.kind === 'diagnosis') {
      findings.value = [...found.findings, { name: 'browser', value: browserName, ok: null }];
      note.value = '';
    } else note.value = found.text;
  };
  const copy = async () => {
    const lines = findings.value!.map(
      ({ name, value, ok }) => `${name}: ${value.replaceAll('\n', '\n  ')}${ok === false ? ' (!)' : ''}`,
    );
    await navigator.clipboard.writeText(`Dueline\n${lines.join('\n')}\n`);
    note.value = say('options.diagnose-copied');
  };
  return (
    <div data-part="diagnostics">
      <h3>{say('options.diagnose-title')}</h3>
      <p class="soft">{say('options.diagnose-about')}</p>
      {findings.value && (
        <dl class="findings">
          {findings.value.map(({ name, value, ok }) => (
            <div key={name}>
              <dt>{say(`options.diagnose-${name}`)}</dt>
              <dd>
                {ok !== null && (
                  <>
                    <VerdictMark is={ok ? 'yes' : 'violation'} />{' '}
                    <span class="only-read">
                      {say(ok ? 'options.diagnose-ok' : 'options.diagnose-wrong')}{' '}
                    </span>
                  </>
                )}
                {value}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p class="buttons">
        <button type="button" class="button" onClick={() => void look()}>
          {say('options.diagnose')}
        </button>
        {findings.value && (
          <button type="button" class="button" onClick={() => void copy()}>
            {say('options.diagnose-copy')}
          </button>
        )}
      </p>
      <p role="status">{note.value}</p>
    </div>
  );
}
