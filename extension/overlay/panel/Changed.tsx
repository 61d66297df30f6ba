/** A known system whose page is no longer what its reader knows: says so, and gives a report on it to copy. */
import { useState } from 'preact/hooks';
import { slot } from '../../readers/slot.ts';
import type { PartProps } from './part-props.ts';

type Copied = 'not-yet' | 'copied' | 'by-hand';

export function Changed({ shown, say }: PartProps) {
  const { facts } = shown;
  const [copied, setCopied] = useState<Copied>('not-yet');
  if (facts.changed === undefined) return null;
  const report = slot.sites?.report(document, new URL(facts.url), facts) ?? null;
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('copied');
    } catch {
      // Without a secure connection there is no clipboard for us: the text is there to be taken.
      setCopied('by-hand');
    }
  };
  return (
    <div class="part unread" data-part="changed">
      <p>{say('overlay.changed', { system: facts.changed })}</p>
      {report !== null && (
        <p>
          <button type="button" class="button link" onClick={() => void copy(report)}>
            {say('overlay.copy-report')}
          </button>{' '}
          <span class="soft small" role="status">
            {copied === 'copied' ? say('overlay.report-copied') : say('overlay.report-holds')}
          </span>
        </p>
      )}
      {copied === 'by-hand' && report !== null && (
        <label class="field">
          <span>{say('overlay.report-by-hand')}</span>
          <textarea
            class="report"
            readOnly
            rows={6}
            value={report}
            onFocus={(event) => event.currentTarget.select()}
          />
        </label>
      )}
    </div>
  );
}
