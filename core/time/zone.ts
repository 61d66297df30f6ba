/**
 * IANA zones: whether the runtime knows one, and its offset from UTC at an instant.
 * The only file that knows luxon; everything else in the engine works on the offsets read here.
 */
import { IANAZone } from 'luxon';
import { type Path, type ProblemOf, problem } from '../problem.ts';
import { SECOND_MS } from './units.ts';

export interface Zone {
  /** The name as it was asked for. */
  readonly name: string;
  /** Milliseconds to add to UTC to get the wall time at an instant. */
  offsetMs(atMs: number): number;
}

/** Zones that were renamed; an older or newer runtime may know only one of the two names. */
const RENAMED: readonly (readonly [string, string])[] = [
  ['America/Nuuk', 'America/Godthab'],
  ['Asia/Ho_Chi_Minh', 'Asia/Saigon'],
  ['Asia/Kathmandu', 'Asia/Katmandu'],
  ['Asia/Kolkata', 'Asia/Calcutta'],
  ['Asia/Yangon', 'Asia/Rangoon'],
  ['Atlantic/Faroe', 'Atlantic/Faeroe'],
  ['Europe/Kyiv', 'Europe/Kiev'],
  ['Pacific/Chuuk', 'Pacific/Truk'],
  ['Pacific/Kanton', 'Pacific/Enderbury'],
  ['Pacific/Pohnpei', 'Pacific/Ponape'],
];

/** `+02:00` and the like are offsets, not zones: they know no daylight saving. */
const OFFSET_NAME = /^[+-]|\d\d:\d\d/;

const NOT_DIGITS = /\D+/;

function otherNameOf(name: string): string | undefined {
  const pair = RENAMED.find(([now, before]) => now === name || before === name);
  return pair?.find((candidate) => candidate !== name);
}

/**
 * Reads the wall time of an instant and subtracts. Compiling a calendar asks this some hundred times a year;
 * luxon's own `offset` gives the same answer through `formatToParts`, at four times the cost.
 */
function offsetReader(name: string): (atMs: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (atMs) => {
    const wholeSecond = Math.floor(atMs / SECOND_MS) * SECOND_MS;
    const [month, day, year, hour, minute, second] = format.format(wholeSecond).split(NOT_DIGITS);
    return (
      Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) -
      wholeSecond
    );
  };
}

/**
 * The zone of an IANA name, under its other name where the runtime knows only that one. An unknown name is a
 * problem at `path`; no other zone is used in its place.
 * @example
 * zoneOf('Europe/Berlin', ['zone']).offsetMs(1_781_078_400_000) // 7_200_000
 * zoneOf('Europe/Nowhere', ['zone']).code // 'zone-unknown'
 */
export function zoneOf(name: string, path: Path = []): Zone | ProblemOf<'zone-unknown'> {
  if (!OFFSET_NAME.test(name)) {
    for (const candidate of [name, otherNameOf(name)]) {
      if (candidate !== undefined && IANAZone.isValidZone(candidate)) {
        return { name, offsetMs: offsetReader(candidate) };
      }
    }
  }
  return problem('zone-unknown', path, { zone: name });
}
