/** Names of the rulebook's own things: from an organisation's rulebook where it gives them, else the catalogue's. */
import { type Language, lookUp } from './index.ts';

interface Named {
  id: string;
  names?: Record<string, string> | undefined;
}

/**
 * The name of a tier, a deliverable or a clause in a language; English, then the id, where there is none.
 * @example
 * termOf('tier', { id: 'standard' }, 'de') // 'Standard'
 * termOf('tier', { id: 'gold', names: { en: 'Gold' } }, 'de') // 'Gold'
 */
export function termOf(
  section: 'tier' | 'deliverable' | 'deliverableAbout' | 'clause' | 'section',
  { id, names }: Named,
  language: Language,
  otherwise = id,
): string {
  const own = names?.[language] ?? names?.en;
  if (own !== undefined) return own;
  const message = lookUp(language, `${section}.${id}`);
  return typeof message === 'string' ? message : otherwise;
}
