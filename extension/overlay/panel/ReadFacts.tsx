/** What was read from the page and where, how the ticket was tied to its customer, and what could not be read. */
import { hasLaterMessage } from '#core/response/later-message.ts';
import type { Fact, TicketFacts } from '#core/response/ticket-facts.ts';
import type { TicketAnswer } from '../../platform/messages.ts';
import { zoneCity } from '../../ui/format.ts';
import type { Say } from '../../ui/words.ts';
import { Changed } from './Changed.tsx';
import type { PartProps } from './part-props.ts';
import { SiteZone } from './SiteZone.tsx';

export function ReadFacts(props: PartProps) {
  const { shown, answer, zone: mine, send, say } = props;
  const { facts } = shown;
  const { verdict, picked } = answer;
  const { match } = verdict;
  const isFromLater = hasLaterMessage(facts.messages, verdict.askedMs);
  // What is wrong there with the zone is said at the top, in a sentence of its own.
  const unread = new Set(isFromLater ? facts.unread : verdict.unread);
  const unfit = facts.mapping?.unfit ?? [];
  const zone = zoneNote(facts, answer, mine, say);
  return (
    <>
      {(unread.size > 0 || verdict.earlierMessages > 0) && (
        <div class="part unread" data-part="unread">
          {unread.size > 0 && (
            <p>
              {say('overlay.unread', {
                facts: new Intl.ListFormat(say.language, { type: 'conjunction' }).format(
                  [...unread].map((fact) => say(`unread.${fact}`)),
                ),
              })}
            </p>
          )}
          {verdict.earlierMessages > 0 && (
            <p>{say('overlay.earlier-messages', { count: verdict.earlierMessages })}</p>
          )}
        </div>
      )}
      <Changed {...props} />
      {unfit.length > 0 && (
        <p class="part unread" data-part="mapping-lost">
          {say('overlay.mapping-lost', { count: unfit.length })} <ShowWhat {...props} />
        </p>
      )}
      {picked !== null && (
        <p class="part picked">
          {say(match.kind === 'matched' ? `overlay.picked-${picked}` : 'overlay.unpicked')}{' '}
          <button type="button" class="button link" onClick={() => void send({ type: 'unpick', facts })}>
            {say('overlay.unpick')}
          </button>
        </p>
      )}
      <details class="part facts">
        <summary>{say('overlay.facts')}</summary>
        <dl>
          {rows(facts, say).map(([label, fact]) => (
            <div key={label}>
              <dt>{say(`unread.${label}`)}</dt>
              <dd>
                {fact.value} <span class="soft small">{say(`source.${fact.source}`)}</span>
              </dd>
            </div>
          ))}
        </dl>
        {match.kind === 'matched' && picked === null && (
          <p>
            {say(`match.${match.by}`)}{' '}
            <button
              type="button"
              class="button link"
              onClick={() => void send({ type: 'pick', facts, engagement: null, scope: 'ticket' })}
            >
              {say('overlay.wrong-customer')}
            </button>
          </p>
        )}
        {zone && <p>{zone}</p>}
        {!isFromLater && <SiteZone {...props} />}
        <p>
          <ShowWhat {...props} />
        </p>
      </details>
    </>
  );
}

/** Opens the picker, with which the user shows where the facts of such pages stand. */
function ShowWhat({ send, say }: PartProps) {
  return (
    <button type="button" class="button link" onClick={() => void send({ type: 'bring', part: 'picker' })}>
      {say('overlay.show-what')}
    </button>
  );
}

type Row = [
  label: 'id' | 'subject' | 'requester' | 'organisation' | 'status' | 'messages',
  fact: Fact<string>,
];

function rows(facts: TicketFacts, say: Say): Row[] {
  const { id, subject, requester, organisation, status, messages } = facts;
  const found: Row[] = [];
  if (id) found.push(['id', id]);
  if (subject) found.push(['subject', subject]);
  if (requester) {
    const { name, email } = requester.value;
    found.push(['requester', { ...requester, value: [name, email].filter(Boolean).join(' · ') }]);
  }
  if (organisation) found.push(['organisation', organisation]);
  if (status) found.push(['status', { ...status, value: status.value.shown }]);
  if (messages.length > 0) {
    const customer = messages.filter(({ role }) => role === 'customer').length;
    const value = say('overlay.messages-read', { count: messages.length, customer });
    found.push(['messages', { value, source: messages[0]!.source }]);
  }
  return found;
}

/** Which zone the page's times were read in; the one that was only assumed is said to be. */
function zoneNote(facts: TicketFacts, answer: TicketAnswer, browserZone: string, say: Say): string | null {
  const zones = facts.messages.flatMap(({ at }) => (at ? [at.zone] : []));
  if (zones.includes('assumed')) return say('overlay.zone-assumed', { zone: zoneCity(browserZone) });
  if (zones.includes('setting')) {
    return say('overlay.zone-setting', { zone: zoneCity(answer.site.zone ?? browserZone) });
  }
  return zones.length > 0 ? say('overlay.zone-stated') : null;
}
