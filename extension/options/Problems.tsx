/** What is wrong, and what has become of what was there before. */
import type { SaidProblem } from '../platform/said.ts';

interface Props {
  title: string;
  problems: readonly SaidProblem[];
  after?: string;
}

export function Problems({ title, problems, after }: Props) {
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
