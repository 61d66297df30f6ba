/** A choice of rulebook with some readings changed, of the built-in rulebook or of its own. */
import type { Directory } from '#core/engagement/directory-schema.ts';
import type { Rulebook } from '#core/rulebook/schema.ts';
import type { ChangedReadings } from '../../platform/settings-messages.ts';

export function withReadings(
  rulebook: Directory['rulebook'],
  readings: ChangedReadings,
): Directory['rulebook'] {
  if (!('own' in rulebook)) return { ...rulebook, readings: { ...rulebook.readings, ...readings } };
  const own = rulebook.own as Rulebook;
  return { ...rulebook, own: { ...own, readings: { ...own.readings, ...readings } } };
}
