/** What was added on tickets and the directory that it belongs to: neither loses anything, neither breaks. */
import { describe, expect, it } from 'vitest';
import { missingIn, withAdditions } from '#core/engagement/additions.ts';
import type { Directory } from '#core/engagement/directory-schema.ts';
import { guessDeliverable } from '#core/engagement/guess-deliverable.ts';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { plainDirectory } from '../support/plain-directory.ts';

const DELIVERABLES = serviceManagement.deliverables.map(({ id }) => id);
const activity = (id: string, engagement = 'E-1') => ({ id, engagement, date: '2026-06-08', hours: 1 });
const mark = (inquiry: string) => ({
  ticket: 'https://desk.example/1#reply',
  inquiry,
  by: 'Mia',
  at: '2026-06-08T10:00:00Z',
});

describe('additions to a directory', () => {
  it('are in it, beside what it has itself', () => {
    const directory: Directory = { ...plainDirectory(), activities: [activity('A')] };
    const added = withAdditions(
      directory,
      { activities: [activity('B')], noAnswerNeeded: [mark('2026-06-08T08:00:00Z')] },
      DELIVERABLES,
    );
    expect(added.activities?.map(({ id }) => id)).toEqual(['A', 'B']);
    expect(added.noAnswerNeeded).toHaveLength(1);
    expect(directory.activities).toHaveLength(1);
  });

  it('are not doubled once its source has them too, in whatever words of the same instant', () => {
    const directory: Directory = {
      ...plainDirectory(),
      activities: [activity('A')],
      noAnswerNeeded: [{ ...mark('2026-06-08T10:00:00+02:00'), ticket: 'https://desk.example/1' }],
    };
    const additions = { activities: [activity('A')], noAnswerNeeded: [mark('2026-06-08T08:00:00Z')] };
    expect(withAdditions(directory, additions, DELIVERABLES)).toEqual(directory);
    expect(missingIn(directory, additions)).toEqual({ activities: [], noAnswerNeeded: [] });
  });

  it('that it has no place for wait outside: another directory must not break by them', () => {
    const strange = [
      activity('B', 'E-gone'),
      { ...activity('C'), deliverable: 'gone' },
      { ...activity('D'), case: 'gone' },
    ];
    const added = withAdditions(plainDirectory(), { activities: strange, noAnswerNeeded: [] }, DELIVERABLES);
    expect(added).toEqual(plainDirectory());
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
