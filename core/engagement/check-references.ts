/** Checks that go across a directory's entries: ids told apart, references that lead somewhere, no double claims. */
import { type Path, type Problem, problem } from '../problem.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import { doubleClaims } from './check-claims.ts';
import { wrongDates } from './check-dates.ts';
import type { Directory } from './directory-schema.ts';
import type { Manager } from './schema.ts';

/** Every broken reference, doubled id, doubled claim, impossible date and circle of backups, each with its path. */
export function checkReferences(directory: Directory, rulebook: Rulebook): Problem[] {
  const { ids, problems } = idsIn(directory);
  return [
    ...problems,
    ...brokenReferences(directory, rulebook, ids),
    ...wrongDates(directory),
    ...backupCycles(directory.managers),
    ...doubleClaims(directory),
  ];
}

const WITH_IDS = ['calendars', 'managers', 'customers', 'engagements', 'cases', 'activities'] as const;
type Ids = Readonly<Record<(typeof WITH_IDS)[number], ReadonlySet<string>>>;

/** The ids of each kind, and those that two entries have. */
function idsIn(directory: Directory): { ids: Ids; problems: Problem[] } {
  const problems: Problem[] = [];
  const ids = WITH_IDS.map((kind) => {
    const seen = new Set<string>();
    for (const [index, { id }] of (directory[kind] ?? []).entries()) {
      const { size } = seen;
      if (seen.add(id).size === size)
        problems.push(problem('duplicate-id', [kind, index, 'id'], { kind, id }));
    }
    return [kind, seen] as const;
  });
  return { ids: Object.fromEntries(ids) as unknown as Ids, problems };
}

function brokenReferences(directory: Directory, rulebook: Rulebook, ids: Ids): Problem[] {
  const problems: Problem[] = [];
  const known = {
    calendar: ids.calendars,
    manager: ids.managers,
    customer: ids.customers,
    engagement: ids.engagements,
    tier: idsOf(rulebook.tiers),
    deliverable: idsOf(rulebook.deliverables),
    case: ids.cases,
  };
  const need = (kind: keyof typeof known, id: string | undefined, entry: string, at: Path, field: string) => {
    if (id !== undefined && !known[kind].has(id)) {
      problems.push(problem('missing-entry', [...at, field], { entry, kind, id }));
    }
  };
  for (const [index, manager] of directory.managers.entries()) {
    need('manager', manager.backup, manager.id, ['managers', index], 'backup');
  }
  for (const [index, engagement] of directory.engagements.entries()) {
    const at = ['engagements', index];
    need('customer', engagement.customer, engagement.id, at, 'customer');
    need('manager', engagement.manager, engagement.id, at, 'manager');
    need('manager', engagement.backup, engagement.id, at, 'backup');
    need('calendar', engagement.calendar, engagement.id, at, 'calendar');
    need('tier', engagement.tier, engagement.id, at, 'tier');
    for (const [change, { tier }] of (engagement.changes ?? []).entries()) {
      need('tier', tier, engagement.id, [...at, 'changes', change], 'tier');
    }
  }
  for (const [index, entry] of (directory.cases ?? []).entries()) {
    need('engagement', entry.engagement, entry.id, ['cases', index], 'engagement');
  }
  for (const [index, activity] of (directory.activities ?? []).entries()) {
    const at = ['activities', index];
    need('engagement', activity.engagement, activity.id, at, 'engagement');
    need('deliverable', activity.deliverable, activity.id, at, 'deliverable');
    need('case', activity.case, activity.id, at, 'case');
  }
  for (const [index, off] of (directory.timeOff ?? []).entries()) {
    need('manager', off.manager, off.manager, ['timeOff', index], 'manager');
  }
  return problems;
}

/**
 * A chain of backups that leads back to its start, told once: somebody as their own backup, or a ring of three and
 * more. Two managers who stand in for each other are the usual arrangement, and no circle.
 */
function backupCycles(managers: readonly Manager[]): Problem[] {
  const backups = new Map(managers.map(({ id, backup }) => [id, backup]));
  const indexes = new Map(managers.map(({ id }, index) => [id, index]));
  const followed = new Set<string>();
  const problems: Problem[] = [];
  for (const { id: start } of managers) {
    const chain: string[] = [];
    let id: string | undefined = start;
    for (; id !== undefined && !followed.has(id); id = backups.get(id)) {
      followed.add(id);
      chain.push(id);
    }
    const ring = id === undefined ? -1 : chain.indexOf(id);
    const members = ring < 0 ? [] : chain.slice(ring);
    if (members.length === 1 || members.length > 2) {
      const path = ['managers', indexes.get(members[0]!) ?? 0, 'backup'];
      problems.push(problem('backup-cycle', path, { managers: listed(members) }));
    }
  }
  return problems;
}

/** Names in a message; a ring of thousands is known by its first few. */
const MAX_NAMED = 10;

function listed(ids: readonly string[]): string {
  const named = ids.slice(0, MAX_NAMED).join(' → ');
  return ids.length > MAX_NAMED ? `${named} → …` : named;
}

function idsOf(entries: readonly { id: string }[]): Set<string> {
  return new Set(entries.map((entry) => entry.id));
}
