/** The list of the sections; the one that is in view is marked. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Say } from '../ui/words.ts';

export interface Entry {
  id: string;
  title: string;
}

export function Contents({ entries, say }: { entries: readonly Entry[]; say: Say }) {
  const current = useSignal(entries[0]?.id ?? '');
  useEffect(() => {
    // The section that crosses a line in the upper third of the window is the one being read.
    const watch = new IntersectionObserver(
      (crossed) => {
        const entered = crossed.find(({ isIntersecting }) => isIntersecting);
        if (entered) current.value = entered.target.id;
      },
      { rootMargin: '-25% 0px -74% 0px' },
    );
    for (const { id } of entries) {
      const section = document.getElementById(id);
      if (section) watch.observe(section);
    }
    return () => watch.disconnect();
  }, [entries.length, current]);
  return (
    <nav class="contents" aria-label={say('options.sections')}>
      <ul>
        {entries.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              aria-current={current.value === id ? 'true' : undefined}
              onClick={() => {
                current.value = id;
              }}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
