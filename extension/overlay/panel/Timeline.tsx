/** The way to the due time as a picture: open and closed stretches, days off by name, received, now and due. */
import type { Between } from '#core/response/inquiry.ts';
import { dateOnly, instantIn, isoIn, localDate } from '../../ui/format.ts';
import type { Say } from '../../ui/words.ts';
import type { Open } from '../countdown.ts';
import { axisOf, HEIGHT, labelsOf, TRACK, WIDTH } from './timeline-axis.ts';

/** Dates off, both inclusive, that have a name. */
interface DayOff {
  from: string;
  until: string;
  name: string;
}

interface Props {
  received: Between;
  due: Between;
  open: Open;
  daysOff: readonly DayOff[];
  nowMs: number;
  zone: string;
  say: Say;
}

export function Timeline({ received, due, open, daysOff, nowMs, zone, say }: Props) {
  const axis = axisOf(received[0], due[1], nowMs);
  const when = (atMs: number) => instantIn(atMs, zone, say.language, nowMs);
  const rect = (fromMs: number, untilMs: number, part: string) => {
    const [left, right] = [axis.x(fromMs), axis.x(untilMs)];
    return right > left ? (
      <rect
        key={`${part}${fromMs}`}
        class={part}
        x={left}
        y={TRACK.top}
        width={right - left}
        height={TRACK.height}
      />
    ) : null;
  };
  const offset = isoIn(axis.fromMs, zone).slice(-6);
  const noonOf = (date: string) => Date.parse(`${date}T12:00${offset}`);
  const onAxis = ({ atMs }: { atMs: number }) => axis.fromMs <= atMs && atMs <= axis.untilMs;
  const above = labelsOf(axis, [
    { atMs: due[0], text: say('overlay.due-mark') },
    { atMs: nowMs, text: say('overlay.now') },
    { atMs: received[0], text: say('overlay.received') },
  ]);
  const below = labelsOf(axis, [
    ...daysOff
      .map(({ from, until, name }) => ({ atMs: (noonOf(from) + noonOf(until)) / 2, text: name }))
      .filter(onAxis),
    ...open
      .map(([startMs, endMs]) => ({
        atMs: (startMs + endMs) / 2,
        text: dateOnly(localDate(startMs, zone), say.language, { weekday: 'short' }),
      }))
      .filter(onAxis),
  ]);
  return (
    <svg
      class="timeline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      data-part="timeline"
      aria-label={say('overlay.timeline', {
        received: when(received[0]),
        due: when(due[0]),
        now: when(nowMs),
      })}
    >
      <rect class="closed" x={0} y={TRACK.top} width={WIDTH} height={TRACK.height} rx="2" />
      {open.map(([startMs, endMs]) => rect(startMs, endMs, 'open'))}
      {open.map(([startMs, endMs]) =>
        rect(Math.max(startMs, received[0]), Math.min(endMs, nowMs, due[1]), 'used'),
      )}
      {open.map(([startMs, endMs]) => rect(Math.max(startMs, due[1]), Math.min(endMs, nowMs), 'late'))}
      {due[1] > due[0] && rect(due[0], due[1], 'between')}
      <circle class="received" cx={axis.x(received[0])} cy={TRACK.middle} r="4" />
      <path class="due" d={`M${axis.x(due[0])} ${TRACK.middle - 7}l5 7l-5 7l-5-7z`} />
      <path class="now" d={`M${axis.x(nowMs)} ${TRACK.top - 4}v${TRACK.height + 8}`} />
      {[
        ...above.map((label) => ({ ...label, y: TRACK.above })),
        ...below.map((label) => ({ ...label, y: TRACK.below })),
      ].map(({ text, x, y }) => (
        <text key={`${x} ${y}`} x={x} y={y}>
          {text}
        </text>
      ))}
    </svg>
  );
}
