/** The rows of the Violations tab: each finding in a sentence, with the clause it rests on and its rows. */
import { type Language, lookUp, type Translate, translator } from '../language/index.ts';
import { formatMessage } from '../language/message.ts';
import { sayRest } from '../response/say-derivation.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import type { Finding } from '../scope/finding.ts';
import type { Row } from './rows.ts';
import { wordsOf } from './words.ts';

export interface ViolationOptions {
  language: Language;
  rulebook: Rulebook;
  /** What a subject is called: an engagement with its customer, a manager by name. */
  nameOf(subject: Finding['subject']): string;
  /** Where a finding's rows stand: `Contacts: 5, 6`. */
  placesOf(finding: Finding): string;
}

export function violationRows(findings: readonly Finding[], options: ViolationOptions): Row[] {
  const { language, rulebook } = options;
  const words = wordsOf(language);
  const translate = translator(language);
  return findings.map((finding) => {
    const sentence = lookUp(language, `finding.${finding.message}`) ?? finding.message;
    const isViolation = finding.severity === 'violation';
    return {
      status: words.text(isViolation ? 'trackerStatus.violation' : 'trackerStatus.warning'),
      subject: options.nameOf(finding.subject),
      rule: lookUp(language, `tracker.rule.${finding.rule}`)
        ? words.text(`tracker.rule.${finding.rule}`)
        : finding.rule,
      finding: formatMessage(sentence, finding.values, language),
      clause: restText(finding, translate, rulebook),
      since: finding.since ?? '',
      rows: options.placesOf(finding),
      key: violationKey(finding),
      statusLevel: isViolation ? 3 : 2,
    };
  });
}

function restText({ rests }: Finding, translate: Translate, rulebook: Rulebook): string {
  if (!rests) return '';
  if (rests.kind === 'reading') return translate(`reading.${rests.reading}`);
  return sayRest(rests, translate, rulebook);
}

/** Tells a finding apart from check to check, so that who took note of it stays beside it. */
export function violationKey({ message, subject, since }: Finding): string {
  return [message, subject.kind, subject.id, since ?? ''].join('|');
}
