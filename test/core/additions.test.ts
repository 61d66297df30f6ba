/** What was added on tickets and the directory that it belongs to: neither loses anything, neither breaks. */
import { describe, expect, it } from 'vitest';
import { missingIn, NO_ADDITIONS, withAdditions } from '#core/engagement/additions.ts';
import { acknowledgements, dismissedInquiries } from '#core/engagement/decisions.ts';
import type { Directory } from '#core/engagement/directory-schema.ts';
import { guessDeliverable } from '#core/engagement/guess-deliverable.ts';
import type { Decision } from '#core/engagement/schema.ts';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { plainDirectory } from '../support/plain-directory.ts';

const DELIVERABLES = serviceManagement.deliverables.map(({ id }) => id);
const activity = (id: string, engagement = 'E-1') => ({ id, engagement, date: '2026-06-08', hours: 1 });
const entry = (id: string, link: string, engagement = 'E-1') => ({
  id,
  engagement,
  link,
  status: 'open' as const,
});
const said = (id: string, decision: Decision['decision'], at = '2026-06-08T10:00:00Z'): Decision => ({
  id,
  decision,
  engagement: 'E-1',
  ticket: 'https://desk.example/1#reply',
  about: '2026-06-08T08:00:00Z',
  by: 'Mia',
  at,
});

describe('additions to a directory', () => {
  it('are in it, beside what it has itself', () => {
    const directory: Directory = { ...plainDirectory(), activities: [activity('A')] };
    const added = withAdditions(
      directory,
      {
        activities: [{ ...activity('B'), case: 'C-7' }],
        cases: [entry('C-7', 'https://desk.example/7')],
        decisions: [said('D', 'no-answer-needed')],
      },
      DELIVERABLES,
    );
    expect(added.activities?.map(({ id }) => id)).toEqual(['A', 'B']);
    expect(added.cases?.map(({ id }) => id)).toEqual(['C-7']);
    expect(added.decisions).toHaveLength(1);
    expect(directory.activities).toHaveLength(1);
  });

  it('are not doubled once its source has them too; a ticket is one case, by whatever number it is listed', () => {
    const directory: Directory = {
      ...plainDirectory(),
      activities: [activity('A')],
      cases: [entry('theirs', 'https://desk.example/7#top', 'E-2')],
      decisions: [said('D', 'no-answer-needed')],
    };
    const additions = {
      activities: [activity('A')],
      cases: [entry('ours', 'https://desk.example/7')],
      decisions: [said('D', 'no-answer-needed')],
    };
    expect(withAdditions(directory, additions, DELIVERABLES)).toEqual(directory);
    expect(missingIn(directory, additions)).toEqual(NO_ADDITIONS);
  });

  it('that it has no place for wait outside: another directory must not break by them', () => {
    const strange = [
      activity('B', 'E-gone'),
      { ...activity('C'), deliverable: 'gone' },
      { ...activity('D'), case: 'gone' },
    ];
    const cases = [entry('C-8', 'https://desk.example/8', 'E-gone')];
    const added = withAdditions(
      plainDirectory(),
      { activities: strange, cases, decisions: [] },
      DELIVERABLES,
    );
    expect(added).toEqual(plainDirectory());
  });
});

describe('the journal of decisions', () => {
  const mark = {
    ticket: 'https://desk.example/1',
    inquiry: '2026-06-08T10:00:00+02:00',
    by: 'Noah',
    at: '2026-06-08T09:00:00Z',
  };

  it('says by whom an inquiry needs no answer, whoever wrote its instant in whatever zone', () => {
    const found = dismissedInquiries({
      noAnswerNeeded: [mark],
      decisions: [said('D', 'no-answer-needed')],
    });
    expect(found).toMatchObject([{ by: 'Mia', decision: 'D' }]);
  });

  it('goes by the latest word, wherever people have sorted its row to', () => {
    const back = said('E', 'answer-needed', '2026-06-08T10:05:00Z');
    const first = said('D', 'no-answer-needed');
    expect(dismissedInquiries({ decisions: [back, first] })).toEqual([]);
    const again = said('F', 'no-answer-needed', '2026-06-08T12:00:00+02:00');
    // 12:00 in Berlin is 10:00 in Greenwich: before it was taken back.
    expect(dismissedInquiries({ decisions: [again, back] })).toEqual([]);
  });

  it('keeps who has taken note of a finding apart from every other finding', () => {
    const note = { ...said('D', 'acknowledged'), about: 'hours|E-1', reason: 'agreed by phone' };
    const other = { ...said('E', 'acknowledged'), about: 'hours|E-2' };
    const back = { ...said('F', 'not-acknowledged', '2026-06-08T11:00:00Z'), about: 'hours|E-2' };
    const noted = acknowledgements({ decisions: [note, other, back] });
    expect([...noted].map(([key, { reason }]) => [key, reason])).toEqual([['hours|E-1', 'agreed by phone']]);
  });
});

describe('the guess of a deliverable', () => {
  const guess = (subject: string, tier = 'premium') =>
    guessDeliverable(subject, serviceManagement, serviceManagement.tiers.find(({ id }) => id === tier)!);

  it.each([
    ['Upgrade to 9.2 next month', 'upgrade-planning'],
    ['Zertifikat läuft nächste Woche ab', 'maintenance'],
    ['¿Cuál fue la causa raíz de la caída?', 'root-cause-analysis'],
    ['Prestazioni lente dopo le otto', 'software-performance-report'],
    ['교육 일정 조율', 'customer-enablement'],
    ['关于升级的问题', 'upgrade-planning'],
  ])('%s', (subject, deliverable) => {
    expect(guess(subject)).toBe(deliverable);
  });

  it('is none where the subject says nothing of one', () => {
    expect(guess('Question about our last call')).toBeNull();
  });

  it('is never a deliverable that the tier does not include', () => {
    // TSAM has no maintenance.
    expect(guess('Zertifikat läuft nächste Woche ab', 'tsam')).toBeNull();
  });

  it('takes the names of an organisation’s own deliverables', () => {
    const own = {
      ...serviceManagement,
      deliverables: [{ id: 'backups', names: { en: 'Backups', de: 'Sicherungen' } }],
    };
    const tier = {
      ...serviceManagement.tiers[0]!,
      grants: [{ deliverable: 'backups', included: true, clause: 'x', delivery: null }],
    };
    expect(guessDeliverable('Sicherungen laufen nicht', own, tier)).toBe('backups');
  });
});
