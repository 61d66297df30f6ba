/** A derivation in whole sentences of one language. */
import type { Rest } from '../engagement/rest.ts';
import type { MessageKey, Translate } from '../language/index.ts';
import { termOf } from '../language/term.ts';
import { sayDateRange, sayDuration, sayInstant } from '../language/time-words.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import { serviceManagement } from '../rulebook/service-management.ts';
import { parseLocalDate } from '../time/local-date.ts';
import type { RestedStep, StepRest } from './derivation.ts';

export interface SaidStep {
  text: string;
  /** What it rests on, in words. */
  rests: string;
  /** Whether that is a reading of ours, which must not look like a clause of the contract. */
  isReading: boolean;
}

/**
 * Each step as a sentence, its times in `zone`; an organisation's own clauses are in its rulebook's words.
 * @example
 * sayDerivation([{ step: 'due', atMs: 0, reading: 'same-time', rests: { kind: 'reading', reading: 'same-time' } }], { translate: translator('en'), zone: 'UTC' })[0].text // 'Due Thu, Jan 1, 1970, 00:00.'
 */
export function sayDerivation(
  steps: readonly RestedStep[],
  { translate, zone, rulebook }: { translate: Translate; zone: string; rulebook?: Rulebook },
): SaidStep[] {
  return steps.map((step) => ({
    text: sayStep(step, translate, zone),
    rests: sayRest(step.rests, translate, rulebook),
    isReading: step.rests.kind === 'reading',
  }));
}

/**
 * What something rests on, in words: the clause's statement, the contract's own source, or a named reading.
 * @example
 * sayRest({ kind: 'contract', source: 'Order 4711' }, translator('en')) // 'Agreed in this contract: Order 4711'
 */
export function sayRest(rests: Rest | StepRest, translate: Translate, rulebook?: Rulebook): string {
  if (rests.kind === 'reading') return translate(`reading.${rests.reading}`);
  if (rests.kind === 'contract') return translate('rests.contract', { source: rests.source });
  return sayClause(rests.clause, translate, rulebook);
}

/**
 * A clause in words: the rulebook's own, else the catalogue's statement, else its place in the source ("Table 1:
 * Maintenance").
 * @example
 * sayClause('table-1.maintenance', translator('en')) // 'Table 1: Maintenance'
 */
export function sayClause(id: string, translate: Translate, rulebook: Rulebook = serviceManagement): string {
  const clause = rulebook.clauses[id];
  const stated = termOf('clause', { id, names: clause?.names }, translate.language, '');
  if (stated !== '' || !clause) return stated || translate('rests.clause', { clause: id });
  const section = termOf('section', { id: clause.section }, translate.language);
  if (clause.subject === undefined) return section;
  const subject = rulebook.deliverables.find((entry) => entry.id === clause.subject) ?? {
    id: clause.subject,
  };
  return translate('rests.row', { section, subject: termOf('deliverable', subject, translate.language) });
}

function sayStep(step: RestedStep, translate: Translate, zone: string): string {
  const { language } = translate;
  const when = (atMs: number) => sayInstant(atMs, { language, zone });
  switch (step.step) {
    case 'received':
      return translate(step.open ? 'step.received-open' : 'step.received-closed', { when: when(step.atMs) });
    case 'counted-from':
      return translate('step.counted-from', { when: when(step.atMs) });
    case 'passed-over': {
      const dates = sayDateRange(dayOf(step.from), dayOf(step.until), language);
      const key: MessageKey = `step.${step.reason}${step.name === undefined ? '' : '-named'}` as MessageKey;
      return translate(key, { dates, name: step.name ?? '' });
    }
    case 'business-day': {
      const day = dayOf(step.date);
      return translate('step.business-day', { number: step.number, date: sayDateRange(day, day, language) });
    }
    case 'business-hours':
      return translate('step.business-hours', { duration: sayDuration(step.ms, language) });
    case 'moved':
      return translate(`step.moved-${step.to}`, { when: when(step.fromMs) });
    case 'due':
      return translate('step.due', { when: when(step.atMs) });
  }
}

function dayOf(date: string): number {
  const day = parseLocalDate(date);
  return typeof day === 'number' ? day : 0;
}
