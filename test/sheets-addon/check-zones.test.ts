/** The check goes by the wall of each engagement's own zone, and yet looks at every row once. */
import { expect, test } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import { checkScope } from '#core/scope/check.ts';
import type { Finding } from '#core/scope/finding.ts';
import { describeTracker, firstRowOf, openTracker, tabOf, wallsAt, wordsOf } from '#core/tracker/index.ts';
import { findInTracker } from '#core/tracker/verdict/find-violations.ts';
import { nowOf } from '#core/tracker/verdict/open-tracker.ts';
import { NOBODY } from '#core/tracker/verdict/sheet-directory.ts';
import { randomRows } from './support/random-rows.ts';

const words = wordsOf('en');
const workbook = describeTracker({ language: 'en', rulebook: serviceManagement });
const ZONES = ['Europe/Berlin', 'Asia/Seoul', 'America/Los_Angeles', 'Pacific/Auckland', ''];
/** Sunday evening in Los Angeles, Monday in Auckland: several weeks at once. */
const AT_MS = Date.parse('2027-01-04T02:00:00Z');

function trackerOf(seed: number) {
  const rows = randomRows(seed, words, 3);
  const engagements = rows.engagements!.map((row, place) => ({
    ...row,
    calendar: ZONES[place % ZONES.length]!,
  }));
  return openTracker(
    { ...rows, engagements },
    {
      rulebook: serviceManagement,
      words,
      rulesRows: tabOf(workbook, 'rules').rows,
      nowMs: AT_MS,
      walls: wallsAt(AT_MS, () => 0),
      firstRowOf: (tab) => firstRowOf(tabOf(workbook, tab)),
    },
  );
}

/** What is told of a finding without the places that stand for ids. */
const told = ({ rule, message, severity, since, rows }: Finding) =>
  JSON.stringify([rule, message, severity, since, rows.map(({ kind, row }) => [kind, row])]);

test.each([1, 2, 3, 4])(
  'seed %d: in five zones it finds what the whole book shows at each of their times',
  (seed) => {
    const tracker = trackerOf(seed);
    const { book, options } = tracker;
    const times = new Set(book.directory.engagements.map(({ id }) => nowOf(tracker, id)));
    expect(times.size).toBe(ZONES.length);
    const nowFor = ({ subject }: Finding) =>
      subject.kind === 'engagement' ? nowOf(tracker, subject.id) : options.nowMs;
    const whole = [...times].flatMap((nowMs) =>
      checkScope(book, { nowMs }).filter((finding) => nowFor(finding) === nowMs),
    );
    // Nothing is said of nobody, nor of the end of a term where none is given.
    const sayable = whole.filter(
      ({ rule, subject }) =>
        subject.id !== NOBODY && !(rule === 'term-ending' && tracker.withoutTerm.has(Number(subject.id))),
    );
    const found = findInTracker(tracker).map(({ finding }) => finding);
    expect(found.map(told).sort()).toEqual(sayable.map(told).sort());
    expect(found.length).toBeGreaterThan(20);
  },
);
