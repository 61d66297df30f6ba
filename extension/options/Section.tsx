/** One part of the options, with the heading that the list beside it leads to. */
import type { ComponentChildren } from 'preact';

interface Props {
  id: string;
  title: string;
  about?: string;
  children: ComponentChildren;
}

export function Section({ id, title, about, children }: Props) {
  return (
    <section class="part" id={id} data-part={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      {about && <p class="soft">{about}</p>}
      {children}
    </section>
  );
}
