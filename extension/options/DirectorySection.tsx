/** The directory: what is in use, another one checked before it takes its place, and the way back. */
import { useSignal } from '@preact/signals';
import { ask } from '../platform/ask.ts';
import type { DirectorySummary, OptionsAnswer, SaidProblem } from '../platform/messages.ts';
import type { Say } from '../ui/words.ts';
import { FileDrop, MEGABYTE, MOST_BYTES } from './FileDrop.tsx';
import { Summary } from './Summary.tsx';
import { saveAs } from './save-as.ts';

/** What has become of the file chosen last. */
type Import =
  | { step: 'none' }
  | { step: 'checking'; file: string }
  | { step: 'refused'; file: string; problems: readonly SaidProblem[] }
  | { step: 'checked'; file: string; text: string; summary: DirectorySummary }
  | { step: 'done'; key: 'replaced' | 'undone' };

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
      state.value = { step: 'checked', file: file.name, text, summary: checked.summary };
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
  const undo = async () => {
    const undone = await ask({ type: 'undo-directory' });
    state.value =
      undone.kind === 'refused'
        ? { step: 'refused', file: '', problems: [undone] }
        : { step: 'done', key: 'undone' };
    await reload();
  };
  const exportFile = async () => {
    const made = await ask({ type: 'export-directory' });
    if (made.kind === 'export') saveAs(made.fileName, made.text);
  };

  return (
    <section class="part" data-part="directory">
      <h2>{say('options.directory')}</h2>
      <p class="soft">{say('options.directory-about')}</p>
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
        {before !== null && (
          <button type="button" class="button" onClick={() => void undo()}>
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
    </section>
  );
}

interface StateProps {
  state: Import;
  replaces: boolean;
  say: Say;
  onUse: (file: string, text: string) => void;
  onCancel: () => void;
}

function ImportState({ state, replaces, say, onUse, onCancel }: StateProps) {
  if (state.step === 'none') return null;
  if (state.step === 'checking') return <p role="status">{say('options.checking', { file: state.file })}</p>;
  if (state.step === 'done') {
    return (
      <p role="status" class="done">
        {say(`options.${state.key}`)}
      </p>
    );
  }
  if (state.step === 'refused') {
    const { file, problems } = state;
    return (
      <Problems
        title={say('options.refused', { file, count: problems.length })}
        problems={problems}
        after={say('options.kept')}
      />
    );
  }
  return (
    <div class="preview" data-part="preview">
      <p role="status">{say('options.preview', { file: state.file })}</p>
      <Summary summary={state.summary} say={say} />
      <p class="buttons">
        <button type="button" class="button primary" onClick={() => onUse(state.file, state.text)}>
          {say(replaces ? 'options.replace' : 'options.use')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {say('options.cancel')}
        </button>
      </p>
    </div>
  );
}

function Problems({
  title,
  problems,
  after,
}: {
  title: string;
  problems: readonly SaidProblem[];
  after?: string;
}) {
  return (
    <div class="problems" role="alert" data-part="problems">
      <p>
        <strong>{title}</strong>
      </p>
      <ul>
        {problems.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {after && <p>{after}</p>}
    </div>
  );
}
