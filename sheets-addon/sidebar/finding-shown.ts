/** A finding as the sidebar shows it, in its reader's language. */
import { type Language, translator } from '#core';
import type { Rulebook } from '#core/rulebook/schema.ts';
import { sayFinding } from '#core/scope/say-finding.ts';
import type { TrackerFinding } from '#core/tracker/index.ts';
import type { ShownFinding } from './protocol.ts';

export function findingShown(language: Language, rulebook: Rulebook) {
  const translate = translator(language);
  return ({ finding, name, tab, rows, places }: TrackerFinding): ShownFinding => {
    const { text, whatToDo, rests } = sayFinding(finding, translate, rulebook);
    return {
      isViolation: finding.severity === 'violation',
      subject: name,
      rule: translate(`rule.${finding.rule}` as Parameters<typeof translate>[0]),
      finding: text,
      whatToDo,
      clause: rests,
      since: finding.since ?? '',
      tab,
      rows,
      places,
    };
  };
}
