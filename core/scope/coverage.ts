/** Rule `coverage`: the manager is away and no backup is named, or the backup is away too. */
import { calendarDaysOf } from '../cadence/calendar-days.ts';
import { termDays } from '../cadence/owed.ts';
import { clockOf, type DirectoryBook } from '../engagement/book.ts';
import { onClause } from '../engagement/rest.ts';
import type { Engagement } from '../engagement/schema.ts';
import { type DayNumber, formatLocalDate } from '../time/local-date.ts';
import type { Finding, FindingStep, Moment, ScopeRule } from './finding.ts';
import { aboutEngagement } from './parts/about.ts';
import { awayDaysOf, type DayRange, overlapOf } from './parts/away.ts';

export const coverage: ScopeRule = {
  id: 'coverage',
  check(book, moment) {
    // The same two people stand in for each other at many engagements.
    const known = new Map<string, DayRange[]>();
    const gapsOf = (manager: string, backup: string | null): DayRange[] => {
      const key = JSON.stringify([manager, backup]);
      let gaps = known.get(key);
      if (!gaps) {
        const away = awayDaysOf(book, manager);
        gaps = backup === null ? away : overlapOf(away, awayDaysOf(book, backup));
        known.set(key, gaps);
      }
      return gaps;
    };
    return book.directory.engagements.flatMap((engagement) => {
      const backup = backupOf(book, engagement);
      return findings(book, engagement, backup, gapsOf(engagement.manager, backup), moment);
    });
  },
};

/** The engagement's own backup, else its manager's; nobody stands in for themselves. */
function backupOf(book: DirectoryBook, { manager, backup }: Engagement): string | null {
  const named = backup ?? book.managers.get(manager)?.backup;
  return named === undefined || named === manager ? null : named;
}

/** The gap that runs now and those that are known to come; a gap without a business day is none. */
function findings(
  book: DirectoryBook,
  engagement: Engagement,
  backup: string | null,
  gaps: readonly DayRange[],
  { nowMs }: Moment,
): Finding[] {
  const today = clockOf(book, engagement).localDayOf(nowMs);
  const term = termDays(engagement);
  const days = calendarDaysOf(book, engagement);
  const found: Finding[] = [];
  for (let index = gaps.length - 1; index >= 0 && gaps[index]!.untilDay > today; index--) {
    const fromDay = Math.max(gaps[index]!.fromDay, term.fromDay);
    const untilDay = Math.min(gaps[index]!.untilDay, term.untilDay);
    const askedDay = Math.max(fromDay, today);
    if (untilDay > askedDay && days.hasBusinessDay(askedDay, untilDay)) {
      found.unshift(gapFinding(book, engagement, backup, fromDay, untilDay - 1));
    }
  }
  return found;
}

function gapFinding(
  book: DirectoryBook,
  engagement: Engagement,
  backup: string | null,
  fromDay: DayNumber,
  lastDay: DayNumber,
): Finding {
  const [from, until] = [formatLocalDate(fromDay), formatLocalDate(lastDay)];
  const people = backup === null ? [engagement.manager] : [engagement.manager, backup];
  const [manager = '', standIn] = people.map((id) => book.managers.get(id)?.name ?? id);
  return {
    rule: 'coverage',
    message: standIn === undefined ? 'coverage-no-backup' : 'coverage-backup-away',
    severity: 'warning',
    subject: aboutEngagement(engagement.id),
    rests: onClause(book.rulebook.availability.clauses.exceptions),
    values: { manager, ...(standIn !== undefined && { backup: standIn }), from, until },
    rows: people.map((id) => ({ kind: 'manager', engagement: null, row: id })),
    since: from,
    steps: people.flatMap((id) => awaySteps(book, id, fromDay, lastDay)),
    readings: ['coverage'],
  };
}

function awaySteps(book: DirectoryBook, id: string, fromDay: DayNumber, lastDay: DayNumber): FindingStep[] {
  const person = book.managers.get(id)?.name ?? id;
  return awayDaysOf(book, id)
    .filter((range) => range.fromDay <= lastDay && fromDay < range.untilDay)
    .map((range) => ({
      step: 'away',
      values: { person, from: formatLocalDate(range.fromDay), until: formatLocalDate(range.untilDay - 1) },
    }));
}
