/** What the scope rules find in the workbook's rows, each finding with the rows that it is about. */
import type { Engagement } from '../../engagement/schema.ts';
import { checkScope, inOrder } from '../../scope/check.ts';
import type { Finding, RowReference } from '../../scope/finding.ts';
import type { Row } from '../rows.ts';
import { type TrackerFinding, violationRows } from '../violation-rows.ts';
import { push } from './groups.ts';
import { nowOf, type OpenTracker } from './open-tracker.ts';
import { textOf } from './read-cell.ts';
import type { SheetBook } from './sheet-book.ts';
import { NOBODY } from './sheet-directory.ts';

const TAB_OF: Readonly<Record<RowReference['kind'], string>> = {
  activity: 'activities',
  case: 'cases',
  contact: 'contacts',
  engagement: 'engagements',
  manager: 'managers',
};
/** Values that hold a place where people are told an id. */
const PLACES = ['activity', 'case', 'engagement'] as const;
const SHOWN_ROWS = 12;

/** The findings as rows of the Violations tab. */
export function findViolations(tracker: OpenTracker): Row[] {
  const { book, options } = tracker;
  return violationRows(findInTracker(tracker), {
    language: options.words.language,
    rulebook: book.rulebook,
  });
}

/** Runs every scope rule on the rows of a tracker. What cannot be read is no finding: its row's status says so. */
export function findInTracker(tracker: OpenTracker): TrackerFinding[] {
  const { sheet, contactPlaces, withoutTerm, options } = tracker;
  const { words } = options;
  const titleOf = options.titleOf ?? ((tab: string) => words.title(tab));
  return findingsIn(tracker).filter(isSayable).map(named);

  function isSayable({ rule, subject }: Finding): boolean {
    if (subject.id === NOBODY) return false;
    return !(rule === 'term-ending' && withoutTerm.has(Number(subject.id)));
  }

  /** Ids that people gave, for the places that stand for them inside. */
  function named(finding: Finding): TrackerFinding {
    const { subject, values } = finding;
    const id = idOf(subject.kind === 'manager' ? 'managers' : 'engagements', subject.id);
    const rowsOf = placesOf(finding);
    return {
      finding: {
        ...finding,
        subject: { ...subject, id },
        values: idsIn(values),
        // Worked out where somebody asks: of thousands of findings few are looked at step by step.
        get steps() {
          return finding.steps.map((step) => ({ ...step, values: idsIn(step.values) }));
        },
      },
      name: nameOf({ ...subject, id }, sheet),
      tab: rowsOf.tab,
      rows: rowsOf.numbers,
      places: placesText(rowsOf),
    };
  }

  function idsIn(values: Finding['values']): Finding['values'] {
    let said = values;
    for (const name of PLACES) {
      if (name in values) said = { ...said, [name]: idOf(TAB_OF[name], String(values[name])) };
    }
    return said;
  }

  /** What stands in the row's own id cell; its row number where nothing does. */
  function idOf(tab: string, place: string): string {
    const text = textOf(sheet.rows[tab]?.[Number(place)]?.id);
    return text === '' ? `#${Number(place) + options.firstRowOf(tab)}` : text;
  }

  function placesOf({ rows: references }: Finding): { tab: string | null; numbers: number[] } {
    const first = references[0];
    if (!first) return { tab: null, numbers: [] };
    const tab = TAB_OF[first.kind];
    const firstRow = options.firstRowOf(tab);
    const numbers = new Set<number>();
    for (const { kind, engagement, row } of references) {
      const place = kind === 'contact' ? contactPlaces.get(Number(engagement))?.[Number(row)] : Number(row);
      if (place !== undefined && !Number.isNaN(place)) numbers.add(place + firstRow);
    }
    return { tab, numbers: [...numbers].sort((a, b) => a - b) };
  }

  function placesText({ tab, numbers }: { tab: string | null; numbers: number[] }): string {
    if (tab === null || numbers.length === 0) return '';
    const shown = numbers.slice(0, SHOWN_ROWS).map(String);
    const list = [...shown, ...(numbers.length > shown.length ? ['…'] : [])].join(', ');
    return words.text('tracker.rows-of', { tab: titleOf(tab), rows: list });
  }
}

/** Each engagement at its own wall's time: where it is Monday already, the week is another one. */
function findingsIn(tracker: OpenTracker): Finding[] {
  const { book, options } = tracker;
  const nowBy = ({ subject }: Finding) =>
    subject.kind === 'engagement' ? nowOf(tracker, subject.id) : options.nowMs;
  const groups = new Map<number, Engagement[]>([[options.nowMs, []]]);
  for (const engagement of book.directory.engagements)
    push(groups, nowOf(tracker, engagement.id), engagement);
  const found = [...groups].flatMap(([nowMs, engagements]) => {
    const managers = nowMs === options.nowMs ? book.directory.managers : [];
    const part = { ...book, whole: book, directory: { ...book.directory, engagements, managers } };
    return checkScope(part, { nowMs }).filter((finding) => nowBy(finding) === nowMs);
  });
  return groups.size === 1 ? found : inOrder(found);
}

function nameOf({ kind, id }: Finding['subject'], sheet: SheetBook): string {
  if (kind === 'manager') return textOf(sheet.rows.managers?.[sheet.managerAt(id)]?.name) || id;
  const name = sheet.customerName(textOf(sheet.engagements[sheet.engagementAt(id)]?.row.customer));
  return name === '' ? id : `${id} · ${name}`;
}
