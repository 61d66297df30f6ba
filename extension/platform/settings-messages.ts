/** What the options page asks of the background beside the directory itself, and what it is told. Types only. */
import type { DirectoryChange } from '#core/engagement/compare.ts';
import type { AddedDays } from '#core/engagement/edit-calendar.ts';
import type { BusinessDayReading } from '#core/rulebook/business-day-readings.ts';
import type { Readings } from '#core/rulebook/schema.ts';
import type { Calendar } from '#core/time/calendar.ts';
import type { CalendarDay } from '#core/time/calendar-year.ts';

export interface SaidChange extends DirectoryChange {
  /** Fields beyond those listed. */
  moreFields: number;
}

/** What a replacement would change: all of it counted, the first of it listed. */
export interface SaidChanges {
  shown: SaidChange[];
  counts: Record<DirectoryChange['kind'], number>;
}

/** When to be told of an answer that is owed. */
export interface ReminderSettings {
  on: boolean;
  /** Business minutes before the due time. */
  minutesBefore: number[];
  overdue: boolean;
  /** The service manager that the user is; `null`: told of everybody's. */
  person: string | null;
  /** Wall times of the browser's zone between which nothing is shown; `null`: none. */
  quiet: { from: string; until: string } | null;
  badge: boolean;
  /** Nothing is shown before this instant. */
  pausedUntilMs: number | null;
}

/** What is set by itself: thresholds are turned on and off one at a time, and pausing has its own request. */
export type ChangedReminders = Partial<Omit<ReminderSettings, 'minutesBefore' | 'pausedUntilMs'>>;

export type SettingsRequest =
  /** Only what was changed, so that two changes in quick succession both hold. */
  | { type: 'set-reminders'; changed: ChangedReminders }
  | { type: 'remind-before'; minutes: number; on: boolean }
  /** `zone`: the browser's, whose midnight begins tomorrow. */
  | { type: 'pause-reminders'; until: 'hour' | 'tomorrow' | null; zone: string }
  | { type: 'show-example' }
  | { type: 'diagnose' }
  | { type: 'calendar-year'; calendar: string; year: number }
  | { type: 'add-days'; calendar: string; added: AddedDays }
  | { type: 'remove-day'; calendar: string; date: string }
  /** The readings as they would be with these changed, each with its example. */
  | { type: 'try-readings'; readings: ChangedReadings }
  | { type: 'set-readings'; readings: ChangedReadings }
  /** What was stored and could not be read. */
  | { type: 'export-set-aside' }
  | { type: 'forget-set-aside' };

/** Every reading can be set by itself. */
export type ChangedReadings = Partial<
  Pick<
    Readings,
    | 'answeredBy'
    | 'businessDay'
    | 'dueSoonMinutes'
    | 'forecastFromShare'
    | 'missedPeriods'
    | 'sustainedOverrun'
    | 'termEndingDays'
    | 'warnFromShare'
  >
>;

export interface CalendarYear {
  kind: 'calendar-year';
  zone: string;
  /** Regular hours, as the popup shows them. */
  hours: { days: string; spans: string }[];
  week: Calendar['week'];
  days: CalendarDay[];
}

/** One way to read “business day”, worked out on an example. */
export interface ReadingExample {
  reading: BusinessDayReading;
  /** When an answer within one business day is due, for each of the two times of receipt. */
  due: (string | null)[];
}

export interface ReadingsAnswer {
  kind: 'readings';
  readings: { [Name in keyof ChangedReadings]-?: NonNullable<ChangedReadings[Name]> };
  /** `null`: the built-in rulebook; else the own one's name. */
  rulebook: string | null;
  received: string[];
  businessDay: ReadingExample[];
  /** From when on an answer is due soon, for one due at `dueSoonAt`. */
  dueSoonFrom: string | null;
  dueSoonAt: string;
  /** From how many of a limit a warning is given: cases, hours. */
  warnFrom: { cases: number; hours: number; casesLimit: number; hoursLimit: number };
  scope: ScopeExamples;
}

/** What the readings about scope make of made-up weeks, terms and periods. */
export interface ScopeExamples {
  /** Hours of complete weeks, oldest first, and whether the rule finds them a sustained overrun. */
  sustained: { weeks: number[]; average: number; limit: number; isFound: boolean };
  /** From when in a week on its hours are forecast, and what so many of them come to then. */
  forecast: { from: string; hours: number; forecast: number };
  /** The first day of the earliest period that is looked at. */
  missed: { weekly: string; monthly: string; quarterly: string };
  /** From which day on a term with that last day is ending. */
  ending: { from: string; until: string };
}

interface Done {
  kind: 'done';
}

/** The answers, by the type of the request; a refusal is always another one. */
export interface SettingsAnswerTo {
  'set-reminders': Done;
  'remind-before': Done;
  'pause-reminders': Done;
  'show-example': Done;
  diagnose: Diagnosis;
  'calendar-year': CalendarYear;
  'add-days': Done;
  'remove-day': Done;
  'try-readings': ReadingsAnswer;
  'set-readings': Done;
  'export-set-aside': { kind: 'export'; text: string; fileName: string };
  'forget-set-aside': Done;
}

/** What the options page shows beside the directory. */
/** What the organisation has set. */
export interface ManagedView {
  directory: boolean;
  rulebook: boolean;
  googleClient: boolean;
  language: boolean;
  sites: string[];
  /** The only sites that may be switched on; `null`: any. */
  onlySites: string[] | null;
  unusable: string[];
}

/** One line of the diagnostics: what was looked at, what was found, and whether that is as it should be. */
export interface Finding {
  name: string;
  value: string;
  ok: boolean | null;
}

export interface Diagnosis {
  kind: 'diagnosis';
  findings: Finding[];
}

export interface SettingsView {
  managed: ManagedView;
  /** Names of stored items of which something could not be read. */
  setAside: string[];
  /** The directory in use is the demo's. */
  demo: boolean;
  /** The tracker whose Rules tab sets the limits, and the readings that it sets; `null`: none does. */
  ruledBy: { name: string; readings: (keyof ChangedReadings)[] } | null;
  reminders: ReminderSettings;
  people: { id: string; name: string }[];
  calendars: { id: string; name: string }[];
}
