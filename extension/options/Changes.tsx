/** What a replacement would change, entry by entry. */
import type { SaidChange, SaidChanges } from '../platform/settings-messages.ts';
import type { Say } from '../ui/words.ts';

const MARKS: Record<SaidChange['kind'], string> = { added: '+', changed: '~', removed: '−' };
/** So few entries stand open from the start. */
const FEW = 12;

export function Changes({ changes, say }: { changes: SaidChanges; say: Say }) {
  const { shown, counts } = changes;
  const total = counts.added + counts.changed + counts.removed;
  if (total === 0) return <p data-part="changes">{say('options.changes-none')}</p>;
  const sections = [...new Set(shown.map(({ section }) => section))];
  return (
    <div class="changes" data-part="changes">
      <p>
        <strong>{say('options.changes')}</strong>{' '}
        {(['added', 'changed', 'removed'] as const)
          .filter((kind) => counts[kind] > 0)
          .map((kind) => say(`options.changes-${kind}`, { count: counts[kind] }))
          .join(' · ')}
      </p>
      {sections.map((section) => {
        const entries = shown.filter((change) => change.section === section);
        return (
          <details key={section} open={shown.length <= FEW}>
            <summary>
              {say(`options.section-${section}`)} ({entries.length})
            </summary>
            <ul>
              {entries.map((change) => (
                <Entry key={change.id} change={change} say={say} />
              ))}
            </ul>
          </details>
        );
      })}
      {total > shown.length && (
        <p class="soft">{say('options.changes-more', { count: total - shown.length })}</p>
      )}
    </div>
  );
}

function Entry({ change, say }: { change: SaidChange; say: Say }) {
  const { id, name, kind, fields, moreFields } = change;
  return (
    <li class={`change ${kind}`}>
      <span class="sign" aria-hidden="true">
        {MARKS[kind]}
      </span>
      <div>
        <strong>{name ?? id}</strong> {name !== null && <span class="soft">{id} </span>}
        <span class="kind">{say(`options.change-${kind}`)}</span>
        {fields.length > 0 && (
          <dl>
            {fields.map(({ field, before, after }) => (
              <div key={field}>
                <dt>{field}</dt>
                <dd>
                  {before !== null && <del>{before}</del>} {after !== null && <ins>{after}</ins>}
                </dd>
              </div>
            ))}
          </dl>
        )}
        {moreFields > 0 && <span class="soft">{say('options.changes-more', { count: moreFields })}</span>}
      </div>
    </li>
  );
}
