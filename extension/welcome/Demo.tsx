/** Something to try at once, and the way back. */
import { useSignal } from '@preact/signals';
import { ask } from '../platform/ask.ts';
import type { OptionsAnswer } from '../platform/messages.ts';
import type { Say } from '../ui/words.ts';
import { DEMO_DIRECTORY } from './demo-directory.ts';

interface Props {
  answer: OptionsAnswer;
  say: Say;
  reload: () => Promise<void>;
}

export function Demo({ answer: { directory, before, settings }, say, reload }: Props) {
  const problem = useSignal('');
  const use = async () => {
    const used = await ask({ type: 'replace-directory', text: JSON.stringify(DEMO_DIRECTORY) });
    problem.value = used.kind === 'directory-check' ? (used.problems[0]?.text ?? '') : used.text;
    await reload();
  };
  // What was there before the demo comes back; where nothing was, nothing stays.
  const remove = async () => {
    const removed = await ask({ type: before === null ? 'remove-directory' : 'undo-directory' });
    problem.value = removed.kind === 'refused' ? removed.text : '';
    await reload();
  };
  return (
    <section class="part" data-part="demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{say('welcome.demo-title')}</h2>
      <p>
        {settings.demo
          ? say('welcome.demo-in-use')
          : say(directory === null ? 'welcome.demo-about' : 'welcome.demo-besides')}
      </p>
      <p class="buttons">
        {settings.demo ? (
          <>
            <a class="button primary" href="/sample.html">
              {say('welcome.sample-open')}
            </a>
            <button type="button" class="button" onClick={() => void remove()}>
              {say('welcome.demo-remove')}
            </button>
          </>
        ) : (
          <button type="button" class="button" onClick={() => void use()}>
            {say('welcome.demo-use')}
          </button>
        )}
      </p>
      <p role="status" class="warn">
        {problem.value}
      </p>
    </section>
  );
}
