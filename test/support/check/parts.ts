/** The parts of the tests: which files, which programs they need, how long they may take. */
import { findRequestTracker, packagesOf } from '../../live/find-request-tracker.ts';
import { CHROMIUM, FIREFOX, needing, OFFICE, type Requirement } from '../tools.ts';

export interface Part {
  name: string;
  /** vitest projects. */
  projects: readonly string[];
  files: RegExp;
  /** Programs that the files of this part need, those whose name matches where a pattern is given. */
  needs: readonly { what: Requirement; files?: RegExp }[];
  limitMs: number;
  /** Parts that may run in one vitest process, as they need nothing but Node. */
  plain: boolean;
}

const MINUTE_MS = 60_000;

const chromium = needing(CHROMIUM);
const requestTracker: Requirement = {
  name: 'Request Tracker 5',
  isThere: () => typeof findRequestTracker() !== 'string',
  debianPackages: packagesOf(5),
  beside: [],
  wayOut: 'On Debian 12, run the tests as root: they install it.',
};

export const PARTS: readonly Part[] = [
  {
    name: 'core',
    projects: ['core *'],
    files: /^test\/core\/.*(?<!\.(office|browser|live))\.test\.tsx?$/,
    needs: [],
    limitMs: 30 * MINUTE_MS,
    plain: true,
  },
  {
    name: 'surfaces',
    projects: ['surfaces'],
    files: /^test\/(?!core\/|conventions\/).*(?<!\.(office|browser|live))\.test\.tsx?$/,
    needs: [],
    limitMs: 30 * MINUTE_MS,
    plain: true,
  },
  {
    name: 'conventions',
    projects: ['conventions'],
    files: /^test\/conventions\/.*\.test\.tsx?$/,
    needs: [],
    limitMs: 10 * MINUTE_MS,
    plain: true,
  },
  {
    name: 'office',
    projects: ['office'],
    files: /\.office\.test\.tsx?$/,
    needs: [{ what: needing(OFFICE) }],
    limitMs: 10 * MINUTE_MS,
    plain: false,
  },
  {
    name: 'browser',
    projects: ['browser'],
    files: /\.browser\.test\.tsx?$/,
    needs: [
      { what: chromium, files: /^(?!.*firefox)/ },
      { what: needing(FIREFOX), files: /firefox/ },
    ],
    // Twelve on four cores, more than twenty on two.
    limitMs: 45 * MINUTE_MS,
    plain: false,
  },
  {
    name: 'live',
    projects: ['live'],
    files: /\.live\.test\.tsx?$/,
    // The other systems are prepared, or left out by name, by their own test.
    needs: [{ what: chromium }, { what: requestTracker, files: /request-tracker/ }],
    limitMs: 25 * MINUTE_MS,
    plain: false,
  },
];
