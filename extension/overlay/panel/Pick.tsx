/** Offers to say whose ticket it is, where the page does not settle it. No tier shows before that is done. */
import { useState } from 'preact/hooks';
import type { PickScope } from '../../platform/changes.ts';
import { groupsOf } from '../../platform/groups.ts';
import type { PartProps } from './part-props.ts';

export function Pick({ shown: { facts }, answer, send, say }: PartProps) {
  const { candidates, match } = answer.verdict;
  const [engagement, setEngagement] = useState('');
  const [scope, setScope] = useState<PickScope>('ticket');
  const groups = groupsOf(facts);
  const scopes: [PickScope, string][] = [['ticket', say('overlay.for-ticket')]];
  if (groups.organisation !== null) {
    scopes.push(['organisation', say('overlay.for-organisation', { organisation: groups.organisation })]);
  }
  if (groups.domain !== null) scopes.push(['domain', say('overlay.for-domain', { domain: groups.domain })]);
  return (
    <form
      class="part pick"
      onSubmit={(event) => {
        event.preventDefault();
        if (engagement !== '') void send({ type: 'pick', facts, engagement, scope });
      }}
    >
      <p>{say(`overlay.${match.kind}`)}</p>
      <label class="field">
        <span>{say('overlay.engagement')}</span>
        <select
          class="select"
          value={engagement}
          onChange={(event) => setEngagement(event.currentTarget.value)}
        >
          <option value="">{say('overlay.choose')}</option>
          {candidates.map((candidate) => (
            <option key={candidate.engagement} value={candidate.engagement}>
              {say('overlay.candidate', { customer: candidate.customer, engagement: candidate.engagement })}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{say('overlay.holds-for')}</span>
        <select
          class="select"
          value={scope}
          onChange={(event) => setScope(event.currentTarget.value as PickScope)}
        >
          {scopes.map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="button primary" disabled={engagement === ''}>
        {say('overlay.use')}
      </button>
    </form>
  );
}
