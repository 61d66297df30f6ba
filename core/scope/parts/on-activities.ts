/** Rules that judge each activity by itself and gather what they find by engagement. */
import { type Worked, workedOf } from '../../cadence/worked.ts';
import type { DirectoryBook } from '../../engagement/book.ts';
import type { Engagement } from '../../engagement/schema.ts';
import { formatLocalDate } from '../../time/local-date.ts';
import type { Finding, FindingReading, FindingRest, FindingStep, FindingValues } from '../finding.ts';
import { aboutEngagement } from './about.ts';
import { activityRows, activitySteps, inOrder } from './rows.ts';

/** What one activity is reproached with; activities with the same `key` are one finding. */
export interface Reproach extends Pick<Finding, 'rule' | 'message' | 'severity'> {
  key: string;
  rests: FindingRest | null;
  values: FindingValues;
  readings?: FindingReading[];
  /** What is said after the list of activities. */
  steps?: FindingStep[];
}

/** Judges the activities of every engagement; `judgeOf` is called once for each engagement. */
export function findInActivities(
  book: DirectoryBook,
  judgeOf: (engagement: Engagement) => ((worked: Worked) => Reproach | null) | null,
): Finding[] {
  return book.directory.engagements.flatMap((engagement) => {
    const judge = judgeOf(engagement);
    return judge === null ? [] : gather(engagement, workedOf(book, engagement), judge);
  });
}

function gather(
  engagement: Engagement,
  all: readonly Worked[],
  judge: (worked: Worked) => Reproach | null,
): Finding[] {
  const groups = new Map<string, { reproach: Reproach; worked: Worked[] }>();
  for (const worked of all) {
    const reproach = judge(worked);
    if (!reproach) continue;
    const group = groups.get(reproach.key);
    if (group) group.worked.push(worked);
    else groups.set(reproach.key, { reproach, worked: [worked] });
  }
  const sorted = [...groups.values()].sort((a, b) => (a.reproach.key < b.reproach.key ? -1 : 1));
  return sorted.map(({ reproach, worked }) => {
    const ordered = inOrder(worked);
    return {
      rule: reproach.rule,
      message: reproach.message,
      severity: reproach.severity,
      subject: aboutEngagement(engagement.id),
      rests: reproach.rests,
      values: { ...reproach.values, count: worked.length },
      rows: activityRows(engagement, ordered),
      since: formatLocalDate(ordered[0]!.day),
      steps: [...activitySteps(ordered), ...(reproach.steps ?? [])],
      readings: reproach.readings ?? [],
    };
  });
}
