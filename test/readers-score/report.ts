/** The whole report: the tables, what was left out and why, and what was read wrong. */
import type { TicketSystem } from '../live/systems/system.ts';
import type { PageOutcomes } from './outcome.ts';
import { tableOf } from './table.ts';

const MOST_EXAMPLES = 40;

export function report(
  systems: readonly TicketSystem[],
  read: readonly PageOutcomes[],
  left: readonly string[],
): string {
  const of = (chosen: readonly TicketSystem[]) =>
    read.filter(({ system }) => chosen.some(({ name }) => name === system));
  const tuned = systems.filter((each) => each.tunedOn);
  const unseen = systems.filter((each) => !each.tunedOn);
  const part = (title: string, chosen: readonly TicketSystem[]): string => {
    const pages = of(chosen);
    const names = chosen.filter(({ name }) => pages.some(({ system }) => system === name));
    return pages.length === 0
      ? ''
      : `### ${title}\n\n${names.map(({ name }) => name).join(', ')}; ${pages.length} pages.\n\n${tableOf(pages)}\n\n`;
  };
  return [
    part('All systems', systems),
    part('Systems on which the reader was tuned', tuned),
    part('Systems on which nobody tuned it', unseen),
    left.length ? `### Left out\n\n${left.map((each) => `- ${each}\n`).join('')}\n` : '',
    examples(read),
  ].join('');
}

/** The same mistake on many pages is one line. */
function examples(read: readonly PageOutcomes[]): string {
  const kinds = new Map<string, { count: number; line: string }>();
  for (const { system, viewer, page, outcomes } of read) {
    for (const { field, verdict, read: was, truth } of outcomes) {
      if (verdict === 'right') continue;
      const key = `${system} ${viewer} ${field} ${verdict}`;
      const before = kinds.get(key);
      if (before) before.count += 1;
      else
        kinds.set(key, {
          count: 1,
          line: `${system}, ${viewer}, ${page}: ${field} ${verdict}: ${was || 'nothing'} instead of ${truth}`,
        });
    }
  }
  const lines = [...kinds.values()]
    .sort((one, other) => other.count - one.count)
    .slice(0, MOST_EXAMPLES)
    .map(({ count, line }) => `- ${count} × ${line}\n`);
  return lines.length ? `### Not right\n\n${lines.join('')}` : '';
}
