/** Who deals directly with the service manager, and how much of what was agreed is used. */
import type { CustomerAnswer } from '../platform/popup-messages.ts';
import { dateOnly, localDate } from '../ui/format.ts';
import { VerdictMark } from '../ui/StateMark.tsx';
import type { Say } from '../ui/words.ts';

export function Contacts({ shown, zone, say }: { shown: CustomerAnswer; zone: string; say: Say }) {
  const { contacts, contactLimit, usage, usageMs } = shown;
  if (contacts.length === 0 && usage.length === 0) return null;
  return (
    <section class="part" data-part="contacts">
      {contacts.length > 0 && (
        <>
          <h3>
            {contactLimit === null || usage.length > 0
              ? say('popup.contacts', { count: contacts.length })
              : say('popup.contacts-of', { used: contacts.length, limit: contactLimit })}
          </h3>
          <ul>
            {contacts.map(({ name, email }) => (
              <li key={`${name} ${email}`}>
                <bdi>{name}</bdi>{' '}
                {email !== null && email !== name && <span class="soft small">{email}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {usage.length > 0 && usageMs !== null && (
        <p class="soft small">
          {say('card.issued', {
            when: dateOnly(localDate(usageMs, zone), say.language, { dateStyle: 'medium' }),
          })}
        </p>
      )}
      {usage.length > 0 && (
        <ul class="chips">
          {usage.map(({ rule, severity, text, clause }) => (
            <li key={rule} class={`chip ${severity ?? 'ok'}`} title={clause ?? undefined}>
              {severity && <VerdictMark is={severity} />}
              {text}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
