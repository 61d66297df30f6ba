/** What needs the catalogue, said here: the surfaces carry no catalogue of their own. */
import type { DirectoryBook } from '#core/engagement/book.ts';
import { acknowledgements } from '#core/engagement/decisions.ts';
import type { Rest } from '#core/engagement/rest.ts';
import { lookUp, type Translate } from '#core/language/index.ts';
import { formatMessage } from '#core/language/message.ts';
import { sayProblem } from '#core/language/say-problem.ts';
import { termOf } from '#core/language/term.ts';
import type { Problem } from '#core/problem.ts';
import { sayRest } from '#core/response/say-derivation.ts';
import type { EntitlementVerdict, ScopeChip } from '#core/response/verdict.ts';
import type { Finding } from '#core/scope/finding.ts';
import { sayFinding } from '#core/scope/say-finding.ts';
import type { TargetAmount } from '#core/time/due-at.ts';
import type { HandNotes } from '#core/tracker/hand-notes.ts';
import { violationKey } from '#core/tracker/violation-rows.ts';
import type { Refusal } from '../platform/messages.ts';
import type { SaidChip, SaidEntitlement, SaidProblem, SaidScopeFinding } from '../platform/said.ts';

export function sayProblems(problems: readonly Problem[], translate: Translate): SaidProblem[] {
  return problems.map((problem) => ({ code: problem.code, text: sayProblem(problem, translate) }));
}

export function refusal(problem: Problem, translate: Translate): Refusal {
  return { kind: 'refused', code: problem.code, text: sayProblem(problem, translate) };
}

export function sayChips(
  chips: readonly ScopeChip[],
  { rulebook }: DirectoryBook,
  translate: Translate,
): SaidChip[] {
  return chips.map(({ rule, severity, message, values, rests }) => ({
    rule,
    severity,
    text: formatMessage(
      lookUp(translate.language, `scope.${message}`) ?? message,
      values,
      translate.language,
    ),
    clause: rests && sayRest(rests, translate, rulebook),
  }));
}

/** What is over a limit, or near one: the newest of it, and how much more there is. */
export function sayFindings(
  findings: readonly Finding[],
  { directory, rulebook }: DirectoryBook,
  translate: Translate,
  byHand: HandNotes,
): { shown: SaidScopeFinding[]; more: number } {
  const newest = [...findings].sort(
    (a, b) => Number(a.severity !== 'violation') - Number(b.severity !== 'violation') || newer(a, b),
  );
  const noted = acknowledgements(directory);
  return {
    shown: newest.slice(0, MOST_FINDINGS).map((finding) => {
      const { text, whatToDo, rests, isReading } = sayFinding(finding, translate, rulebook);
      const key = violationKey(finding);
      const { by, at, reason = '' } = noted.get(key) ?? { by: null, at: '' };
      return {
        key,
        noted: by === null ? null : { by, atMs: Date.parse(at), reason },
        notedInSheet: byHand[key] ?? null,
        severity: finding.severity,
        text,
        whatToDo,
        rests,
        isReading,
      };
    }),
    more: Math.max(0, newest.length - MOST_FINDINGS),
  };
}

const MOST_FINDINGS = 5;

function newer(a: Finding, b: Finding): number {
  const [first, second] = [a.since ?? '', b.since ?? ''];
  return first > second ? -1 : first < second ? 1 : 0;
}

/** Names the part of the source that an entitlement stands in, and the one its delivery does. */
export function sayEntitlements(
  entries: readonly EntitlementVerdict[],
  book: DirectoryBook,
  translate: Translate,
): SaidEntitlement[] {
  return entries.map((entry) => {
    const clauses = [entry.clause, ...(entry.delivery ? [entry.delivery.clause] : [])];
    const parts = clauses.map((clause) => sectionOf(clause, book, translate));
    return { ...entry, clause: [...new Set(parts)].join(' · ') };
  });
}

export function sectionOf(id: string, book: DirectoryBook, translate: Translate): string {
  const clause = book.rulebook.clauses[id];
  if (!clause) return sayRest({ kind: 'clause', clause: id }, translate, book.rulebook);
  const { names } = clause;
  return termOf('section', { id: clause.section, names }, translate.language);
}

/** The response target as a sentence, with what it rests on. */
export function sayTarget(
  target: TargetAmount | null,
  rests: Rest,
  { rulebook }: DirectoryBook,
  translate: Translate,
): { text: string; clause: string } {
  const clause = sayRest(rests, translate, rulebook);
  if (target?.businessDays !== undefined) {
    return { text: translate('popup.target-days', { count: target.businessDays }), clause };
  }
  if (target?.businessHours !== undefined) {
    return { text: translate('popup.target-hours', { count: target.businessHours }), clause };
  }
  return { text: translate('popup.target-not-stated'), clause };
}
