/** Takes one file: chosen, or dropped. */
import { useSignal } from '@preact/signals';
import type { Say } from '../ui/words.ts';

export const MEGABYTE = 1_000_000;
/** A larger file is refused before a byte of it is read. */
export const MOST_BYTES = 20 * MEGABYTE;

interface Props {
  say: Say;
  accept?: string;
  onFile: (file: File) => void;
}

export function FileDrop({ say, accept = '.json,application/json', onFile }: Props) {
  const over = useSignal(false);
  const take = (file: File | null | undefined) => {
    if (file) onFile(file);
  };
  return (
    <label
      class={`drop ${over.value ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => {
        over.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        over.value = false;
        take(event.dataTransfer?.files[0]);
      }}
    >
      <input
        type="file"
        class="only-read"
        accept={accept}
        onChange={({ currentTarget }) => {
          take(currentTarget.files?.[0]);
          // The same file, mended, may be chosen again.
          currentTarget.value = '';
        }}
      />
      <span class="button">{say('options.choose-file')}</span>
      <span class="soft">
        {say('options.or-drop', { kind: accept.split(',')[0]!, limit: MOST_BYTES / MEGABYTE })}
      </span>
    </label>
  );
}
