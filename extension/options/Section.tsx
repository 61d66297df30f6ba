/** One part of the options, with the heading that the list beside it leads to. */
import type { ComponentChildren } from 'preact';
import { useArrival } from './arrive.ts';

interface Props {
  id: string;
  title: string;
  about?: string;
  children: ComponentChildren;
}

export function Section({ id, title, about, children }: Props) {
  const heading = useArrival(id);
  return (
    <section class="part" id={id} data-part={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {about && <p class="soft">{about}</p>}
      {children}
    </section>
  );
}
