/** A small sound directory to break, and what reading and opening a broken one says. */
import { expect } from 'vitest';
import { isProblem, openDirectory, type Problem, readDirectory } from '#core';

const HOURS = [{ from: '09:00', to: '17:00' }];

export type Entry = Record<string, unknown>;
export type Document = Entry &
  Record<'calendars' | 'managers' | 'customers' | 'engagements' | 'cases', Entry[]>;

/** A small sound directory: two customers, two managers who back each other up one way, three engagements. */
export function sound(): Document {
  return {
    format: 'dueline-directory',
    version: 1,
    rulebook: { use: 'service-management' },
    calendars: [{ id: 'berlin', zone: 'Europe/Berlin', week: { mon: HOURS, tue: HOURS } }],
    managers: [
      { id: 'M-1', name: 'Mia', backup: 'M-2' },
      { id: 'M-2', name: 'Max' },
    ],
    customers: [
      { id: 'A', name: 'Customer A', domains: ['a.example'] },
      { id: 'B', name: 'Customer B', domains: ['b.example'] },
    ],
    engagements: [
      { id: 'E-1', customer: 'A', tier: 'premium', manager: 'M-1', calendar: 'berlin' },
      { id: 'E-2', customer: 'A', tier: 'tsam', manager: 'M-1', calendar: 'berlin' },
      { id: 'E-3', customer: 'B', tier: 'standard', manager: 'M-2', calendar: 'berlin' },
    ],
    cases: [{ id: 'C-1', engagement: 'E-1', status: 'open', link: 'https://desk.example/tickets/1' }],
  };
}

/** The problems of a text, from reading it or else from opening it. */
export function problemsOfText(text: string): Problem[] {
  const { directory, problems } = readDirectory(text);
  if (!directory) return problems;
  const book = openDirectory(directory);
  return Array.isArray(book) ? book : [];
}

export const problemsOf = (change: (document: Document) => void) => {
  const document = sound();
  change(document);
  return problemsOfText(JSON.stringify(document));
};

/** The document of one change is refused with this code, at this place. */
export function refused(change: (document: Document) => void, code: Problem['code'], path: Problem['path']) {
  const problems = problemsOf(change);
  expect(problems.every(isProblem)).toBe(true);
  expect(problems.map((one) => [one.code, one.path.join('.')])).toContainEqual([code, path.join('.')]);
  return problems.find((one) => one.code === code)!;
}
