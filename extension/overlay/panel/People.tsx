/** Who serves this engagement, who backs up, and who is away until when. */
import type { EngagementView, PersonView } from '#core/response/verdict.ts';
import { personNote } from '../../ui/person-note.ts';
import type { Say } from '../../ui/words.ts';

export function People({ engagement, say }: { engagement: EngagementView; say: Say }) {
  const { manager, backup, serving } = engagement;
  const rows: [label: string, person: PersonView, serves: boolean][] = [
    ['overlay.service-manager', manager, serving === 'manager'],
  ];
  if (backup) rows.push(['overlay.backup', backup, serving === 'backup']);
  return (
    <div class="part" data-part="people">
      <dl class="people">
        {rows.map(([label, person, serves]) => (
          <div key={label}>
            <dt>{say(label)}</dt>
            <dd>
              <bdi>
                {person.email === null ? person.name : <a href={`mailto:${person.email}`}>{person.name}</a>}
              </bdi>{' '}
              <span class={person.away && !serves ? 'tone-warn small' : 'soft small'}>
                {personNote(person, serves, engagement, say)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {serving === null && (
        <p class="tone-warn">
          {backup === null
            ? say('overlay.no-backup', { manager: manager.name })
            : say('overlay.nobody-serves', { manager: manager.name })}
        </p>
      )}
    </div>
  );
}
