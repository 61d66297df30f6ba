/** One engagement as its customer sees it: tier, what is owed, hours, people, and what the tier includes. */
import type { ComponentChildren } from 'preact';
import type { EngagementView, PersonView } from '#core/response/verdict.ts';
import type { CustomerAnswer } from '../platform/popup-messages.ts';
import { Entitlements } from '../ui/Entitlements.tsx';
import { dateOnly } from '../ui/format.ts';
import { personNote } from '../ui/person-note.ts';
import type { Say } from '../ui/words.ts';
import { Compare } from './Compare.tsx';
import { Contacts } from './Contacts.tsx';
import { Hours } from './Hours.tsx';

interface Props {
  shown: CustomerAnswer;
  nowMs: number;
  zone: string;
  say: Say;
  /** The answers owed, which matter more than what follows them. */
  children: ComponentChildren;
}

export function CustomerCard({ shown, nowMs, zone, say, children }: Props) {
  const { engagement, entitlements, target } = shown;
  return (
    <>
      <section class="part">
        <h2 data-part="customer">{engagement.customer}</h2>
        <p class="facts">
          <span class="badge" data-part="tier">
            {engagement.tier.name}
          </span>
          <Term shown={shown} say={say} />
        </p>
        <dl>
          <dt>{say('popup.target')}</dt>
          <dd>
            {target.text}
            <span class="clause">{target.clause}</span>
          </dd>
          <dt>{say('popup.manager')}</dt>
          <dd data-part="manager">
            <Person person={engagement.manager} as="manager" engagement={engagement} say={say} />
          </dd>
          {engagement.backup && (
            <>
              <dt>{say('popup.backup')}</dt>
              <dd data-part="backup">
                <Person person={engagement.backup} as="backup" engagement={engagement} say={say} />
              </dd>
            </>
          )}
        </dl>
      </section>
      {children}
      <Contacts shown={shown} zone={zone} say={say} />
      <Hours shown={shown} nowMs={nowMs} zone={zone} say={say} />
      <section class="part">
        <h3>{say('popup.includes', { tier: engagement.tier.name })}</h3>
        <Entitlements entries={entitlements} say={say} />
      </section>
      <Compare tiers={shown.tiers} say={say} />
    </>
  );
}

function Term({ shown, say }: { shown: CustomerAnswer; say: Say }) {
  const { from, until } = shown.engagement.term;
  if (from === null && until === null) return null;
  const date = (text: string) => dateOnly(text, say.language, { dateStyle: 'medium' });
  if (until === null) return <span class="soft small">{say('popup.term-from', { from: date(from!) })}</span>;
  return (
    <span class="soft small">
      {from === null
        ? say('popup.term-until', { until: date(until) })
        : say('popup.term', { from: date(from), until: date(until) })}
    </span>
  );
}

interface PersonProps {
  person: PersonView;
  as: EngagementView['serving'];
  engagement: EngagementView;
  say: Say;
}

function Person({ person, as, engagement, say }: PersonProps) {
  const note = personNote(person, engagement.serving === as, engagement, say);
  return (
    <>
      <bdi>{person.email === null ? person.name : <a href={`mailto:${person.email}`}>{person.name}</a>}</bdi>
      {note && <span class="soft small"> {note}</span>}
    </>
  );
}
