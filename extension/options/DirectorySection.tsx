/** The directory: what is in use, another one checked before it takes its place, and the way back. */
import { useSignal } from '@preact/signals';
import { ask } from '../platform/ask.ts';
import type { OptionsAnswer } from '../platform/messages.ts';
import type { Say } from '../ui/words.ts';
import { DirectoryImport } from './DirectoryImport.tsx';
import { Managed } from './Managed.tsx';
import { Problems } from './Problems.tsx';
import { Section } from './Section.tsx';
import { Summary } from './Summary.tsx';
import { saveAs } from './save-as.ts';

interface Props {
  answer: OptionsAnswer;
  say: Say;
  reload: () => Promise<void>;
}

export function DirectorySection({ answer, say, reload }: Props) {
  const note = useSignal<{ done: boolean; text: string } | null>(null);
  /** What is said of a file goes with the directory that it was said beside. */
  const changes = useSignal(0);
  const { directory, before, problems } = answer;
  const isManaged = answer.settings.managed.directory;

  const change = async (type: 'remove-directory' | 'undo-directory') => {
    const changed = await ask({ type });
    note.value =
      changed.kind === 'refused'
        ? { done: false, text: changed.text }
        : { done: true, text: say(type === 'undo-directory' ? 'options.undone' : 'options.removed') };
    if (changed.kind !== 'refused') changes.value += 1;
    await reload();
  };
  const taken = async () => {
    note.value = null;
    await reload();
  };
  const exportFile = async () => {
    const made = await ask({ type: 'export-directory' });
    if (made.kind === 'export') saveAs(made.fileName, made.text);
  };

  return (
    <Section id="directory" title={say('options.directory')} about={say('options.directory-about')}>
      {isManaged && <Managed say={say} />}
      {problems.length > 0 && (
        <Problems
          title={say(directory === null ? 'options.stored-problems' : 'options.copy-in-use')}
          problems={problems}
        />
      )}
      {directory === null && problems.length === 0 && <p>{say('options.none')}</p>}
      {directory && (
        <>
          <h3>{say('options.in-use')}</h3>
          {answer.settings.demo && (
            <p>
              {say('welcome.demo-in-use')} <a href="/welcome.html">{say('welcome.demo-remove')}</a>
            </p>
          )}
          <Summary summary={directory} say={say} />
        </>
      )}
      <p class="buttons">
        {(directory !== null || problems.length > 0) && (
          <button type="button" class="button" onClick={() => void exportFile()}>
            {say('options.export')}
          </button>
        )}
        {directory !== null && !isManaged && (
          <button type="button" class="button" onClick={() => void change('remove-directory')}>
            {say('options.remove')}
          </button>
        )}
        {before !== null && !isManaged && (
          <button type="button" class="button" onClick={() => void change('undo-directory')}>
            {say('options.undo')}
          </button>
        )}
      </p>
      <p role="status" class={note.value?.done ? 'done' : 'warn'}>
        {note.value?.text}
      </p>
      {!isManaged && (
        <DirectoryImport key={changes.value} replaces={directory !== null} say={say} reload={taken} />
      )}
    </Section>
  );
}
