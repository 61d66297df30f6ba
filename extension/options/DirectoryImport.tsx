/** Takes a directory file: checks it, shows what is in it or what it would change, and puts it in use. */
import { useSignal } from '@preact/signals';
import { ask } from '../platform/ask.ts';
import type { Say } from '../ui/words.ts';
import { FileDrop, MEGABYTE, MOST_BYTES } from './FileDrop.tsx';
import { type Import, ImportState } from './ImportState.tsx';

interface Props {
  /** There is a directory in use that it would take the place of. */
  replaces: boolean;
  say: Say;
  reload: () => Promise<void>;
}

export function DirectoryImport({ replaces, say, reload }: Props) {
  const state = useSignal<Import>({ step: 'none' });
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
    state.value = found.length === 0 ? { step: 'done' } : { step: 'refused', file, problems: found };
    await reload();
  };
  return (
    <>
      <FileDrop say={say} onFile={(file) => void check(file)} />
      <ImportState
        state={state.value}
        replaces={replaces}
        say={say}
        onUse={(file, text) => void replace(file, text)}
        onCancel={() => {
          state.value = { step: 'none' };
        }}
      />
    </>
  );
}
