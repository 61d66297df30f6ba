/** Copies a text; where the browser does not let a page inside a page do so, the text is there to be taken by hand. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from '#core/language/index.ts';

interface CopyTextProps {
  text: string;
  label: string;
  translate: Translate;
}

export function CopyText({ text, label, translate }: CopyTextProps) {
  const [state, setState] = useState<'by-hand' | 'copied' | 'none'>('none');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => setState('none'), [text]);
  useEffect(() => {
    if (state === 'by-hand') field.current?.select();
  }, [state]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      // Google's frame may withhold the clipboard: the way out is on screen.
      setState('by-hand');
    }
  };
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {label}
      </button>
      {state === 'copied' && <p role="status">{translate('sidebar.copied')}</p>}
      {state === 'by-hand' && (
        <label class="by-hand" htmlFor="copy-text">
          <span>{translate('sidebar.copy-by-hand')}</span>
          <textarea id="copy-text" ref={field} readOnly rows={6} value={text} />
        </label>
      )}
    </>
  );
}
