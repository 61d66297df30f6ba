/** Empties a form that somebody has begun to fill, and brings back what was in it. */
import type { Translate } from '#core/language/index.ts';
import type { Drafting } from './use-draft.ts';

export function ClearDraft({ drafting, translate }: { drafting: Drafting<unknown>; translate: Translate }) {
  const { bringBack, clear, isFresh } = drafting;
  if (isFresh && !bringBack) return null;
  return (
    <button type="button" onClick={bringBack ?? clear}>
      {translate(bringBack ? 'sidebar.bring-back' : 'sidebar.clear')}
    </button>
  );
}
