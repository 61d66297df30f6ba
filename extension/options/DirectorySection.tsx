/** The directory: what is in use, another one checked before it takes its place, and the way back. */
import { useSignal } from '@preact/signals';
import { ask } from '../platform/ask.ts';
import type { OptionsAnswer } from '../platform/messages.ts';
import type { Say } from '../ui/words.ts';
import { FileDrop, MEGABYTE, MOST_BYTES } from './FileDrop.tsx';
import { type Import, ImportState } from './ImportState.tsx';
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
  const state = useSignal<Import>({ step: 'none' });
  const { directory, before, problems } = answer;

  const check = async (file: File) => {
    if (file.size > MOST_BYTES) {
      const values = { megabytes: Math.ceil(file.size / MEGABYTE), limitMegabytes: MOST_BYTES / MEGABYTE };
      const text = say('problem.file-too-large', values);
      state.value = { step: 'refused', file: file.name, problems: [{ code: 'file-too-large', text }] };
      return;
    }
    state.value = { step: 'checking', file: file.name };
    const text = await file.text();
    const checked = await ask({ type: 'check-directory', text });
    if (checked.kind === 'directory-check' && checked.summary) {
      const { summary, changes } = checked;
      state.value = { step: 'checked', file: file.name, text, summary, changes };
    } else {
      const found = checked.kind === 'directory-check' ? checked.problems : [checked];
      state.value = { step: 'refused', file: file.name, problems: found };
    }
  };
  const replace = async (file: string, text: string) => {
    const replaced = await ask({ type: 'replace-directory', text });
    const found = replaced.kind === 'directory-check' ? replaced.problems : [replaced];
    state.value =
      found.length === 0 ? { step: 'done', key: 'replaced' } : { step: 'refused', file, problems: found };
    await reload();
  };
  const change = async (type: 'remove-directory' | 'undo-directory') => {
    const changed = await ask({ type });
    state.value =
      changed.kind === 'refused'
        ? { step: 'refused', file: '', problems: [changed] }
        : { step: 'done', key: type === 'undo-directory' ? 'undone' : 'removed' };
    await reload();
  };
  const exportFile = async () => {
    const made = await ask({ type: 'export-directory' });
    if (made.kind === 'export') saveAs(made.fileName, made.text);
  };

  return (
    <Section id="directory" title={say('options.directory')} about={say('options.directory-about')}>
      {problems.length > 0 && <Problems title={say('options.stored-problems')} problems={problems} />}
      {directory === null && problems.length === 0 && <p>{say('options.none')}</p>}
      {directory && (
        <>
          <h3>{say('options.in-use')}</h3>
          <Summary summary={directory} say={say} />
        </>
      )}
      <p class="buttons">
        {(directory !== null || problems.length > 0) && (
          <button type="button" class="button" onClick={() => void exportFile()}>
            {say('options.export')}
          </button>
        )}
        {directory !== null && (
          <button type="button" class="button" onClick={() => void change('remove-directory')}>
            {say('options.remove')}
          </button>
        )}
        {before !== null && (
          <button type="button" class="button" onClick={() => void change('undo-directory')}>
            {say('options.undo')}
          </button>
        )}
      </p>
      <FileDrop say={say} onFile={(file) => void check(file)} />
      <ImportState
        state={state.value}
        replaces={directory !== null}
        say={say}
        onUse={(file, text) => void replace(file, text)}
        onCancel={() => {
          state.value = { step: 'none' };
        }}
      />
    </Section>
  );
}
