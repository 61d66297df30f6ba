/** What the check found, worst first, each with what to do and a way to its rows. */
import { useState } from 'preact/hooks';
import type { Translate } from '#core/language/index.ts';
import { type Ask, failureIn } from './client.ts';
import type { ShownFinding, SidebarAnswer } from './protocol.ts';

interface FindingsProps {
  found: Extract<SidebarAnswer, { kind: 'findings' }>;
  ask: Ask;
  translate: Translate;
}

/** So many at once: a tracker of many customers has thousands. */
const SHOWN = 50;

export function Findings({ found: { findings, unreadable }, ask, translate }: FindingsProps) {
  const [failure, setFailure] = useState('');
  const [count, setCount] = useState(SHOWN);
  const go = async ({ tab, rows }: ShownFinding) => {
    const answer = await ask({ ask: 'go', tab: tab!, rows });
    setFailure(failureIn(answer));
  };
  const violations = findings.filter(({ isViolation }) => isViolation).length;
  const warnings = findings.length - violations;
  const rest = findings.length - count;
  return (
    <>
      <div class="summary">
        {findings.length === 0 && <p class="good">{translate('tracker.check-none')}</p>}
        {violations > 0 && <p>{translate('tracker.check-violations', { count: violations })}</p>}
        {warnings > 0 && <p>{translate('tracker.check-warnings', { count: warnings })}</p>}
        {unreadable > 0 && (
          <p class="quiet">{translate('tracker.check-unreadable', { count: unreadable })}</p>
        )}
      </div>
      {failure !== '' && <p role="alert">{failure}</p>}
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
            <p>{finding.whatToDo}</p>
            <p class="quiet">{finding.clause}</p>
            {finding.since !== '' && (
              <p class="quiet">
                {translate('column.violations.since')} <span class="whole">{finding.since}</span>
              </p>
            )}
            {finding.tab !== null && finding.rows.length > 0 && (
              <button type="button" onClick={() => void go(finding)}>
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
