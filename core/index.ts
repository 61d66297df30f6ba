/** The public surface of Dueline's core; nothing inside core imports it. */
export * from './problem.ts';
export * from './time/business-clock.ts';
export * from './time/calendar.ts';
export * from './time/due-at.ts';
export * from './time/interval.ts';
export * from './time/local-date.ts';
export * from './time/units.ts';
export { type Zone, zoneOf } from './time/zone.ts';
