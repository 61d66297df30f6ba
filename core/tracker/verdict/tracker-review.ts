/** The service review of an engagement in a tracker: its own rows' names in place of the places inside. */
import type { CaseOfReview } from '../../report/review-cases.ts';
import { type ReviewOptions, type ServiceReview, serviceReview } from '../../report/service-review.ts';
import type { Finding } from '../../scope/finding.ts';
import type { OpenTracker } from './open-tracker.ts';
import { textOf } from './read-cell.ts';
import { NOBODY } from './sheet-directory.ts';

export interface TrackerReviewOptions extends Pick<ReviewOptions, 'period'> {
  /** The zone in which the sheet's dates are meant. */
  zone: string;
}

/** Reviews the engagement of an id, `null` where the tracker has none of it. */
export function trackerReview(
  tracker: OpenTracker,
  id: string,
  { period, zone }: TrackerReviewOptions,
): ServiceReview | null {
  const { sheet, book, options } = tracker;
  const place = sheet.engagementAt(id);
  const engagement = book.engagements.get(String(place));
  if (!engagement) return null;
  const { row } = sheet.engagements[place]!;
  const name = textOf(row.name);
  const review = serviceReview(book, engagement, { period, nowMs: options.nowMs });
  const { open, resolved } = review.cases;
  return {
    ...review,
    engagement: { ...engagement, id: textOf(row.id), ...(name === '' ? {} : { name }) },
    customer: sheet.customerName(textOf(row.customer)),
    manager: review.manager === NOBODY ? textOf(row.manager) : review.manager,
    zone,
    cases: { ...review.cases, open: open.map(caseNamed), resolved: resolved.map(caseNamed) },
    responses: review.responses && {
      ...review.responses,
      lateOnes: review.responses.lateOnes.map((one) => ({
        ...one,
        case: caseId(one.case),
        subject: subjectOf(one.case),
      })),
    },
    breaches: review.breaches.map(findingNamed),
  };

  function caseNamed(entry: CaseOfReview): CaseOfReview {
    return { ...entry, id: caseId(entry.id), subject: subjectOf(entry.id) };
  }

  function subjectOf(own: string): string | null {
    return textOf(sheet.rows.cases?.[Number(own)]?.subject) || null;
  }

  function findingNamed(finding: Finding): Finding {
    const { values } = finding;
    if (!('case' in values)) return finding;
    return { ...finding, values: { ...values, case: caseId(String(values.case)) } };
  }

  /** What stands in the row's own id cell; its row number where nothing does. */
  function caseId(own: string): string {
    const text = textOf(sheet.rows.cases?.[Number(own)]?.id);
    return text === '' ? `#${Number(own) + options.firstRowOf('cases')}` : text;
  }
}

/** The engagement of an id in a tracker, as the periods of its reviews are asked for. */
export function engagementIn({ sheet, book }: OpenTracker, id: string) {
  return book.engagements.get(String(sheet.engagementAt(id))) ?? null;
}
