/** What has become of the file chosen last: checked, refused, shown with what it would change, in use. */
import type { DirectorySummary } from '../platform/messages.ts';
import type { SaidProblem } from '../platform/said.ts';
import type { SaidChanges } from '../platform/settings-messages.ts';
import type { Say } from '../ui/words.ts';
import { Changes } from './Changes.tsx';
import { Problems } from './Problems.tsx';
import { Summary } from './Summary.tsx';

export type Import =
  | { step: 'none' }
  | { step: 'checking'; file: string }
  | { step: 'refused'; file: string; problems: readonly SaidProblem[] }
  | {
      step: 'checked';
      file: string;
      text: string;
      summary: DirectorySummary;
      changes: SaidChanges | null;
    }
  | { step: 'done' };

interface StateProps {
  state: Import;
  replaces: boolean;
  say: Say;
  onUse: (file: string, text: string) => void;
  onCancel: () => void;
}

export function ImportState({ state, replaces, say, onUse, onCancel }: StateProps) {
  if (state.step === 'none') return null;
  if (state.step === 'checking') return <p role="status">{say('options.checking', { file: state.file })}</p>;
  if (state.step === 'done') {
    return (
      <p role="status" class="done">
        {say('options.replaced')}
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
      <p role="status">
        {say(state.changes ? 'options.preview-changes' : 'options.preview', { file: state.file })}
      </p>
      {state.changes ? (
        <Changes changes={state.changes} say={say} />
      ) : (
        <Summary summary={state.summary} say={say} />
      )}
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
