/** What a directory contains, by customer. */
import type { DirectorySummary } from '../platform/messages.ts';
import type { Say } from '../ui/words.ts';

export function Summary({ summary, say }: { summary: DirectorySummary; say: Say }) {
  const { name, customers, customerCount, engagements, managers, cases, activities } = summary;
  const counts: [string, number][] = [
    ['customers', customerCount],
    ['engagements', engagements],
    ['managers', managers],
    ['cases', cases],
    ['activities', activities],
  ];
  const more = customerCount - customers.length;
  return (
    <div class="summary">
      <p>
        {name && (
          <>
            <strong>
              <bdi>{name}</bdi>
            </strong>{' '}
          </>
        )}
        <span class="soft">
          {counts.map(([key, count]) => say(`options.count-${key}`, { count })).join(' · ')}
        </span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard has to be able to scroll it */}
      <section class="scroll" tabIndex={0} aria-label={say('options.section-customers')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('options.customer')}</th>
              <th scope="col">{say('options.engagement')}</th>
              <th scope="col">{say('options.tier')}</th>
              <th scope="col">{say('options.manager')}</th>
            </tr>
          </thead>
          <tbody>
            {customers.flatMap((customer) =>
              customer.engagements.map(({ id, tier, manager }) => (
                <tr key={id}>
                  <td>{customer.name}</td>
                  <td>{id}</td>
                  <td>{tier}</td>
                  <td>{manager}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </section>
      {more > 0 && <p class="soft">{say('options.more-customers', { count: more })}</p>}
    </div>
  );
}
