/** The rows of the Violations tab: each finding in a sentence, what to do about it, its clause and its rows. */
import { type Language, lookUp, translator } from '../language/index.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import type { Finding } from '../scope/finding.ts';
import { adviceOf, sayFindingRest, sayFindingText } from '../scope/say-finding.ts';
import type { Row } from './rows.ts';
import { wordsOf } from './words.ts';

/** A finding with what the workbook knows of it; ids in it are those that people gave. */
export interface TrackerFinding {
  finding: Finding;
  /** What its subject is called: an engagement with its customer, a manager by name. */
  name: string;
  /** The tab that its rows are on, and their numbers; `null` where it is about none. */
  tab: string | null;
  rows: number[];
  /** The same in words: `Contacts: 5, 6`. */
  places: string;
}

export interface ViolationOptions {
  language: Language;
  rulebook: Rulebook;
}

export function violationRows(
  findings: readonly TrackerFinding[],
  { language, rulebook }: ViolationOptions,
): Row[] {
  const words = wordsOf(language);
  const translate = translator(language);
  const once = rememberedText();
  return findings.map(({ finding, name, places }) => {
    const { rule, message, rests } = finding;
    const isViolation = finding.severity === 'violation';
    return {
      status: words.text(isViolation ? 'trackerStatus.violation' : 'trackerStatus.warning'),
      subject: name,
      rule: once(`rule ${rule}`, () =>
        lookUp(language, `rule.${rule}`) ? words.text(`rule.${rule}`) : rule,
      ),
      finding: sayFindingText(finding, translate, rulebook),
      whatToDo: once(`advice ${message} ${rule}`, () => adviceOf(finding, language)),
      clause:
        rests === null
          ? ''
          : once(Object.values(rests).join(' '), () => sayFindingRest(rests, translate, rulebook)),
      since: finding.since ?? '',
      rows: places,
      key: violationKey(finding),
      statusLevel: isViolation ? 3 : 2,
      engagement: finding.subject.kind === 'engagement' ? finding.subject.id : '',
    };
  });
}

/** Thousands of findings have the same few rules, advices and clauses. */
function rememberedText(): (key: string, say: () => string) => string {
  const known = new Map<string, string>();
  return (key, say) => {
    const text = known.get(key) ?? say();
    known.set(key, text);
    return text;
  };
}

/** What of a finding's values tells it from another of its kind. */
const TELLING = [
  'deliverable',
  'method',
  'language',
  'case',
  'week',
  'from',
  'ticket',
  'engagement',
] as const;

/** Tells a finding apart from check to check, so that who took note of it stays beside it. */
export function violationKey({ message, subject, since, values }: Finding): string {
  const telling = TELLING.flatMap((name) => values[name] ?? []);
  return [message, subject.kind, subject.id, since ?? '', ...telling].join('|');
}
