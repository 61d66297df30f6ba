/** Why an answer is due when it is: the steps to the due time, each with the clause or the reading it rests on. */
import { onClause, type Rest } from '../engagement/rest.ts';
import type { BusinessDayReading } from '../rulebook/business-day-readings.ts';
import type { DerivationStep } from '../time/due-at.ts';

/** The readings that a step can rest on; their words are the catalogue's `reading.<id>`. */
export type ReadingId = BusinessDayReading | 'next-opening' | 'inquiry';

export type StepRest = Rest | { kind: 'reading'; reading: ReadingId };

export type RestedStep = DerivationStep & { rests: StepRest };

/** Clauses that say when the service is available. */
export interface AvailabilityClauses {
  hours: string;
  exceptions: string;
  /** The contract's own words where it has agreed other hours than the clause. */
  agreedHours?: Rest;
}

/** Names for each step what it rests on: hours and days off on the availability clauses, the count on the target. */
export function restSteps(
  steps: readonly DerivationStep[],
  targetRests: Rest,
  availability: AvailabilityClauses,
): RestedStep[] {
  return steps.map((step) => ({ ...step, rests: restOf(step, targetRests, availability) }));
}

function restOf(step: DerivationStep, targetRests: Rest, availability: AvailabilityClauses): StepRest {
  switch (step.step) {
    case 'received':
      return { kind: 'reading', reading: 'inquiry' };
    case 'counted-from':
      return { kind: 'reading', reading: 'next-opening' };
    case 'passed-over':
      if (!isRegular(step.reason)) return onClause(availability.exceptions);
      return availability.agreedHours ?? onClause(availability.hours);
    case 'business-day':
    case 'business-hours':
      return targetRests;
    case 'moved':
      return { kind: 'reading', reading: 'same-time' };
    case 'due':
      return { kind: 'reading', reading: step.reading };
  }
}

function isRegular(reason: string): boolean {
  return reason === 'weekend' || reason === 'no-hours';
}
