/** A finding in whole sentences of one language: what, what to do, how it came about, on what it rests. */
import { type Language, lookUp, type MessageKey, type Translate } from '../language/index.ts';
import { sayLanguage } from '../language/language-names.ts';
import { formatMessage, type Message, type MessageValues } from '../language/message.ts';
import { termOf } from '../language/term.ts';
import { sayDateRange, sayDuration, sayInstant, sayMonth } from '../language/time-words.ts';
import { sayDerivation, sayRest } from '../response/say-derivation.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import { serviceManagement } from '../rulebook/service-management.ts';
import { parseLocalDate } from '../time/local-date.ts';
import type { Finding, FindingRest, FindingValues } from './finding.ts';

export interface SaidFinding {
  text: string;
  whatToDo: string;
  /** How it came about, then the readings by which it was worked out. */
  steps: string[];
  /** The clause, the contract or the reading that it rests on; empty where it rests on none. */
  rests: string;
  /** Whether that is a reading of ours, which must not look like a clause of the contract. */
  isReading: boolean;
}

/**
 * Says a finding; names of an organisation's own deliverables, tiers and clauses are in its rulebook.
 * @example
 * sayFinding({ rule: 'weekly-hours', message: 'weekly-hours-over', severity: 'violation', subject: { kind: 'engagement', id: 'E-1' }, rests: null, values: { used: 10.01, limit: 10, week: '2026-W24' }, rows: [], since: '2026-W24', steps: [], readings: [] }, translator('en')).text // '10.01 hours in 2026-W24; an engagement should not take more than 10.'
 */
export function sayFinding(
  finding: Finding,
  translate: Translate,
  rulebook: Rulebook = serviceManagement,
): SaidFinding {
  const say = (key: MessageKey, values: FindingValues): string =>
    translate(key, sayValues(values, finding, translate, rulebook));
  return {
    text: sayFindingText(finding, translate, rulebook),
    whatToDo: adviceOf(finding, translate.language),
    // Worked out where somebody asks: a large tracker has thousands of findings, each shown without.
    get steps() {
      const zone = finding.zone ?? 'UTC';
      return [
        ...finding.steps.map(({ step, values }) => say(`step.finding-${step}`, values)),
        ...sayDerivation(finding.derivation ?? [], { translate, zone, rulebook }).map(({ text }) => text),
        ...finding.readings.map((reading) => translate(`reading.${reading}`)),
      ];
    },
    rests: finding.rests === null ? '' : sayFindingRest(finding.rests, translate, rulebook),
    isReading: finding.rests?.kind === 'reading',
  };
}

/** Its sentence alone. */
export function sayFindingText(finding: Finding, translate: Translate, rulebook: Rulebook): string {
  return translate(`finding.${finding.message}`, sayValues(finding.values, finding, translate, rulebook));
}

/** What a finding rests on, in words. */
export function sayFindingRest(rests: FindingRest, translate: Translate, rulebook?: Rulebook): string {
  return rests.kind === 'reading'
    ? translate(`reading.${rests.reading}`)
    : sayRest(rests, translate, rulebook);
}

/** The advice of the message where it has one of its own, else that of its rule. */
export function adviceOf({ message, rule }: Pick<Finding, 'message' | 'rule'>, language: Language): string {
  const advice: Message = lookUp(language, `advice.${message}`) ?? lookUp(language, `advice.${rule}`) ?? '';
  return formatMessage(advice, {}, language);
}

/** Each value as the language writes it, told by its name. */
function sayValues(
  values: FindingValues,
  finding: Finding,
  translate: Translate,
  rulebook: Rulebook,
): MessageValues {
  const said = Object.entries(values).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'number'
      ? sayNumber(name, value, finding, translate.language)
      : sayWord(name, value, translate, rulebook),
  ]);
  return Object.fromEntries(said);
}

function sayNumber(name: string, value: number, finding: Finding, language: Language): string | number {
  if (name === 'whenMs') return sayInstant(value, { language, zone: finding.zone ?? 'UTC' });
  return name.endsWith('Ms') ? sayDuration(value, language) : value;
}

function sayWord(name: string, value: string, translate: Translate, rulebook: Rulebook): string {
  const { language } = translate;
  switch (name) {
    case 'date':
    case 'from':
    case 'until':
    case 'on':
      return sayDate(value, language);
    case 'period':
      return sayMonth(value, language);
    case 'deliverable':
    case 'tier': {
      const entries = name === 'tier' ? rulebook.tiers : rulebook.deliverables;
      return termOf(name, entries.find(({ id }) => id === value) ?? { id: value }, language);
    }
    case 'method':
    case 'methods':
      return new Intl.ListFormat(language, { type: 'disjunction' }).format(
        value.split(' ').map((method) => translate(`method.${method}` as MessageKey)),
      );
    case 'frequency':
      return translate(`frequency.${value}` as MessageKey);
    case 'language':
    case 'agreed':
      return sayLanguage(value, language);
    default:
      return value;
  }
}

function sayDate(date: string, language: Language): string {
  const day = parseLocalDate(date);
  return typeof day === 'number' ? sayDateRange(day, day, language) : date;
}
