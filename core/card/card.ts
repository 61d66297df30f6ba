/** The customer card: what one customer may see of a directory, as a small directory of its own. */
import { checkDirectory, type DirectoryReading } from '../engagement/directory.ts';
import type { Directory } from '../engagement/directory-schema.ts';
import { type Problem, problem } from '../problem.ts';
import { DAY_MS } from '../time/units.ts';

export const CARD_FORMAT = 'dueline-card';
export const CARD_VERSION = 1;

/** A card that was made longer ago than this is said to be old. */
export const CARD_OLD_AFTER_MS = 30 * DAY_MS;
/** Two computers' clocks may differ by so much before a card from later than now is refused. */
const CLOCK_SKEW_MS = DAY_MS;

export interface CustomerCard {
  format: typeof CARD_FORMAT;
  version: typeof CARD_VERSION;
  /** When it was made, ISO 8601 in UTC. */
  issued: string;
  /** One customer, one engagement, its calendar and the people who serve it. */
  directory: Directory;
}

export interface ReadCard {
  card: CustomerCard;
  issuedMs: number;
  old: boolean;
}

/**
 * Reads a card's document: its shape, its version and its age.
 * @example
 * readCard({ format: 'dueline-directory' }, 0)[0].code // 'not-a-card'
 * readCard({ format: 'dueline-card', version: 2 }, 0)[0].code // 'newer-version'
 */
export function readCard(document: unknown, nowMs: number): ReadCard | Problem[] {
  if (!isRecord(document) || document.format !== CARD_FORMAT) return [problem('not-a-card', [], {})];
  const { version, issued } = document;
  if (typeof version === 'number' && version > CARD_VERSION) {
    return [problem('newer-version', ['version'], { version, supported: CARD_VERSION })];
  }
  const issuedMs = typeof issued === 'string' ? Date.parse(issued) : Number.NaN;
  if (version !== CARD_VERSION || !Number.isFinite(issuedMs)) return [problem('not-a-card', [], {})];
  if (issuedMs > nowMs + CLOCK_SKEW_MS) {
    return [problem('card-from-later', ['issued'], { issued: String(issued) })];
  }
  const { directory, problems } = oneEngagement(checkDirectory(document.directory));
  if (directory === null) return problems;
  return {
    card: { format: CARD_FORMAT, version: CARD_VERSION, issued: new Date(issuedMs).toISOString(), directory },
    issuedMs,
    old: nowMs - issuedMs > CARD_OLD_AFTER_MS,
  };
}

/** A card that shows more than one engagement is none of ours. */
function oneEngagement(reading: DirectoryReading): DirectoryReading {
  const { directory } = reading;
  return directory === null || (directory.engagements.length === 1 && directory.customers.length === 1)
    ? reading
    : { directory: null, problems: [problem('not-a-card', [], {})] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
