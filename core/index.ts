/** The public surface of Dueline's core; nothing inside core imports it. */
export {
  type CadenceOptions,
  type CadenceState,
  cadenceOf,
  type DeliverableCadence,
  type PeriodCadence,
  weeklyCallsOf,
} from './cadence/cadence.ts';
export { type Period, type PeriodKind, periodOf, periodsBetween } from './cadence/period.ts';
export { type DirectoryBook, openDirectory, rulebookOf } from './engagement/book.ts';
export {
  checkDirectory,
  type DirectoryReading,
  readDirectory,
  writeDirectory,
} from './engagement/directory.ts';
export type { Directory } from './engagement/directory-schema.ts';
export { DIRECTORY_FORMAT, DIRECTORY_VERSION } from './engagement/format.ts';
export type { Rest } from './engagement/rest.ts';
export type * from './engagement/schema.ts';
export {
  type ChosenHolidays,
  type HolidayChoice,
  holidayPlaces,
  holidaysByCountry,
} from './holidays/by-country.ts';
export { daysOffFromIcs, type IcsChoice, type IcsReading } from './holidays/from-ics.ts';
export {
  type Catalogue,
  LANGUAGES,
  type Language,
  languageFor,
  type MessageKey,
  type Translate,
  translator,
} from './language/index.ts';
export { formatMessage, type Message, type MessageValues } from './language/message.ts';
export { placeOf, sayProblem } from './language/say-problem.ts';
export { termOf } from './language/term.ts';
export { sayDateRange, sayDuration, sayInstant } from './language/time-words.ts';
export * from './problem.ts';
export {
  periodBefore,
  type ReportPeriod,
  readReportPeriod,
  reviewKindOf,
  reviewPeriods,
} from './report/report-period.ts';
export { type ServiceReview, serviceReview } from './report/service-review.ts';
export { type CustomerView, customerView } from './response/customer-view.ts';
export type { RestedStep, StepRest } from './response/derivation.ts';
export type { Between, Inquiry, ResponseState } from './response/inquiry.ts';
export { currentInquiry, inquiriesOf, type ResponseClockOptions } from './response/response-clock.ts';
export { type SaidStep, sayClause, sayDerivation, sayRest } from './response/say-derivation.ts';
export type { Dismissal, ThreadMessage } from './response/thread.ts';
export type * from './response/ticket-facts.ts';
export type * from './response/verdict.ts';
export { type VerdictOptions, verdictOf } from './response/verdict-of.ts';
export type { Rulebook, Tier } from './rulebook/schema.ts';
export { serviceManagement } from './rulebook/service-management.ts';
export { checkScope, usageOf } from './scope/check.ts';
export type { Finding, FindingStep, Moment, RowReference, Severity, Usage } from './scope/finding.ts';
export { type SaidFinding, sayFinding } from './scope/say-finding.ts';
export { showHours } from './scope/weekly-hours.ts';
export { type BusinessClock, compileCalendar } from './time/business-clock.ts';
export type { Calendar, DayOff, DayOffKind, Override, Span, Weekday } from './time/calendar.ts';
export { type DerivationStep, dueAt, dueTime, type TargetAmount } from './time/due-at.ts';
export type { Interval } from './time/interval.ts';
export * from './time/local-date.ts';
export { paceOf } from './time/pace.ts';
export * from './time/units.ts';
export { type Zone, zoneOf } from './time/zone.ts';
