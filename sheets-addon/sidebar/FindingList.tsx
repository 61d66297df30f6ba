/** Findings below each other, each with what to do and a way to its rows. */
import { useState } from 'preact/hooks';
import type { Translate } from '#core/language/index.ts';
import type { NotedFinding } from './protocol.ts';

interface FindingListProps {
  findings: readonly NotedFinding[];
  go: (finding: NotedFinding) => void;
  translate: Translate;
}

/** So many at once: a tracker of many customers has thousands. */
const SHOWN = 50;

export function FindingList({ findings, go, translate }: FindingListProps) {
  const [count, setCount] = useState(SHOWN);
  const rest = findings.length - count;
  return (
    <>
      <ul>
        {findings.slice(0, count).map((finding) => (
          <li
            key={`${finding.rule} ${finding.subject} ${finding.since} ${finding.finding}`}
            class={finding.isViolation ? 'violation' : 'warning'}
          >
            <p class="subject">
              <strong>
                {translate(finding.isViolation ? 'trackerStatus.violation' : 'trackerStatus.warning')}
              </strong>{' '}
              {finding.subject}
            </p>
            <p>{finding.finding}</p>
            {finding.by !== '' && <p>{translate('sidebar.noted-by', { by: finding.by })}</p>}
            {finding.reason !== '' && (
              <p>
                <span class="quiet">{translate('column.violations.reason')}</span> {finding.reason}
              </p>
            )}
            <p>{finding.whatToDo}</p>
            <p class="quiet">{finding.clause}</p>
            {finding.since !== '' && (
              <p class="quiet">
                {translate('column.violations.since')} <span class="whole">{finding.since}</span>
              </p>
            )}
            {finding.tab !== null && finding.rows.length > 0 && (
              <button type="button" onClick={() => go(finding)}>
                {finding.places}
              </button>
            )}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" onClick={() => setCount(count + SHOWN)}>
          {translate('sidebar.show-more', { count: Math.min(rest, SHOWN), all: findings.length })}
        </button>
      )}
    </>
  );
}
