/** An agenda in sections of plain lines: what is shown, copied and printed is the same. */
import type { Translate } from '#core/language/index.ts';
import { sayDateRange } from '#core/language/time-words.ts';
import { parseLocalDate } from '#core/time/local-date.ts';
import type { ShownAgenda } from './protocol.ts';

export interface AgendaLine {
  text: string;
  tone?: 'violation' | 'warning';
}

export interface AgendaSection {
  heading: string;
  lines: AgendaLine[];
}

const BETWEEN = ' · ';

export function agendaTitle({ title, today }: ShownAgenda, translate: Translate): string {
  return translate('sidebar.agenda-title', { title, date: sayDates(today, today, translate) });
}

export function agendaSections(agenda: ShownAgenda, translate: Translate): AgendaSection[] {
  return [
    {
      heading: translate('sidebar.agenda-findings'),
      lines: orElse(
        agenda.findings.map(({ finding, isViolation }) => {
          const tone = isViolation ? 'violation' : 'warning';
          return { ...line([translate(`trackerStatus.${tone}`), finding]), tone };
        }),
        translate('tracker.check-none'),
      ),
    },
    {
      heading: translate('sidebar.agenda-cases'),
      lines: orElse(
        agenda.cases.map((entry) =>
          line([entry.id, entry.subject, entry.status, sayAge(entry.ageDays, translate)]),
        ),
        translate('sidebar.agenda-no-cases'),
      ),
    },
    { heading: translate('sidebar.agenda-hours'), lines: [{ text: sayHours(agenda, translate) }] },
    {
      heading: translate('sidebar.agenda-deliverables'),
      lines: orElse(
        agenda.deliverables.map(({ name, status, dueUntil, isMissed }) => ({
          ...line([name, status, dueUntil === null ? '' : sayDue(dueUntil, translate)]),
          ...(isMissed && { tone: 'violation' as const }),
        })),
        translate('sidebar.agenda-no-deliverables'),
      ),
    },
    {
      heading: translate('sidebar.agenda-away'),
      lines: orElse(awayLines(agenda, translate), translate('sidebar.agenda-nobody-away')),
    },
  ];
}

/** The whole agenda as text, for an e-mail or a document. */
export function agendaText(agenda: ShownAgenda, translate: Translate): string {
  const sections = agendaSections(agenda, translate).map(({ heading, lines }) =>
    [heading, ...lines.map(({ text }) => `– ${text}`)].join('\n'),
  );
  return `${[agendaTitle(agenda, translate), ...sections].join('\n\n')}\n`;
}

function line(parts: readonly string[]): AgendaLine {
  return { text: parts.filter((part) => part !== '').join(BETWEEN) };
}

function orElse(lines: AgendaLine[], otherwise: string): AgendaLine[] {
  return lines.length > 0 ? lines : [{ text: otherwise }];
}

function sayAge(days: number | null, translate: Translate): string {
  return days === null
    ? translate('sidebar.agenda-age-unknown')
    : translate('sidebar.agenda-age', { count: days });
}

function sayHours({ lastWeek: { week, hours, limit } }: ShownAgenda, translate: Translate): string {
  return limit === null
    ? translate('sidebar.agenda-hours-plain', { week, hours })
    : translate('sidebar.agenda-hours-limit', { week, hours, limit });
}

function sayDue(date: string, translate: Translate): string {
  return translate('sidebar.agenda-due-until', { date: sayDates(date, date, translate) });
}

function awayLines({ away, closed }: ShownAgenda, translate: Translate): AgendaLine[] {
  return [
    ...away.map(({ name, from, until }) =>
      translate('sidebar.agenda-away-one', { name, dates: sayDates(from, until, translate) }),
    ),
    ...closed.map(({ kind, from, until }) =>
      translate('sidebar.agenda-closed-one', {
        kind: translate(`tracker.kind-${kind}`),
        dates: sayDates(from, until, translate),
      }),
    ),
  ].map((text) => ({ text }));
}

function sayDates(from: string, until: string, { language }: Translate): string {
  const [first, last] = [parseLocalDate(from), parseLocalDate(until)];
  return typeof first === 'number' && typeof last === 'number' ? sayDateRange(first, last, language) : from;
}
