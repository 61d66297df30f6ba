/** A derivation in whole sentences of one language. */
import type { Rest } from '../engagement/rest.ts';
import { lookUp, type MessageKey, type Translate } from '../language/index.ts';
import { sayDateRange, sayDuration, sayInstant } from '../language/time-words.ts';
import { parseLocalDate } from '../time/local-date.ts';
import type { RestedStep, StepRest } from './derivation.ts';

export interface SaidStep {
  text: string;
  /** What it rests on, in words. */
  rests: string;
  /** Whether that is a reading of ours, which must not look like a clause of the contract. */
  isReading: boolean;
}

/** Each step as a sentence, its times in `zone`. */
export function sayDerivation(
  steps: readonly RestedStep[],
  { translate, zone }: { translate: Translate; zone: string },
): SaidStep[] {
  return steps.map((step) => ({
    text: sayStep(step, translate, zone),
    rests: sayRest(step.rests, translate),
    isReading: step.rests.kind === 'reading',
  }));
}

/** What something rests on, in words: the clause's statement, the contract's own source, or a named reading. */
export function sayRest(rests: Rest | StepRest, translate: Translate): string {
  if (rests.kind === 'reading') return translate(`reading.${rests.reading}`);
  if (rests.kind === 'contract') return translate('rests.contract', { source: rests.source });
  const statement = lookUp(translate.language, `clause.${rests.clause}`);
  return statement === undefined ? translate('rests.clause', { clause: rests.clause }) : String(statement);
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
