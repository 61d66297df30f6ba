/** The reading of the response target that people have chosen; no cell of the sheet says it, so the document remembers it. */
import type { BusinessDayReading, Rulebook } from '#core/rulebook/schema.ts';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { remember, remembered } from './store.ts';

const KEY = 'business-day';

export function chosenReading(): BusinessDayReading {
  return remembered<BusinessDayReading>(KEY) ?? serviceManagement.readings.businessDay;
}

export function chooseReading(reading: BusinessDayReading): void {
  remember(KEY, reading);
}

/** The built-in rulebook, read as people have chosen. */
export function rulebookAsRead(): Rulebook {
  const readings = { ...serviceManagement.readings, businessDay: chosenReading() };
  return { ...serviceManagement, readings };
}
