/** What the check found, worst first; below that, folded, what somebody has taken note of. */
import { useState } from 'preact/hooks';
import type { Translate } from '#core/language/index.ts';
import { type Ask, failureIn } from './client.ts';
import { FindingList } from './FindingList.tsx';
import type { NotedFinding, SidebarAnswer } from './protocol.ts';

interface FindingsProps {
  found: Extract<SidebarAnswer, { kind: 'findings' }>;
  ask: Ask;
  translate: Translate;
}

export function Findings({ found: { findings, unreadable }, ask, translate }: FindingsProps) {
  const [failure, setFailure] = useState('');
  const go = async ({ tab, rows }: NotedFinding) => {
    const answer = await ask({ ask: 'go', tab: tab!, rows });
    setFailure(failureIn(answer));
  };
  const isOpen = ({ by }: NotedFinding) => by === '';
  const open = findings.filter(isOpen);
  const noted = findings.filter((finding) => !isOpen(finding));
  const violations = open.filter(({ isViolation }) => isViolation).length;
  const warnings = open.length - violations;
  const listOf = (some: readonly NotedFinding[]) => (
    <FindingList findings={some} go={(finding) => void go(finding)} translate={translate} />
  );
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
      {listOf(open)}
      {noted.length > 0 && (
        <details>
          <summary>{translate('sidebar.noted', { count: noted.length })}</summary>
          {listOf(noted)}
        </details>
      )}
    </>
  );
}
