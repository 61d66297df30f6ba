/** The way to the due time as a picture: open and closed stretches, days off by name, received, now and due. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Between } from '#core/response/inquiry.ts';
import { dateOnly, instantIn, isoIn, localDate } from '../../ui/format.ts';
import type { Say } from '../../ui/words.ts';
import type { Open } from '../countdown.ts';
import { axisOf, HEIGHT, labelsOf, TRACK } from './timeline-axis.ts';

/** Dates off, both inclusive, that have a name. */
interface DayOff {
  from: string;
  until: string;
  name: string;
}

/** What the panel has room for; where it is narrower, the first look at it says so before anything is painted. */
const WIDEST = 338;

interface Props {
  received: Between;
  due: Between;
  /** The time that counts ends here, where the answer has been given. */
  answeredMs: number | null;
  open: Open;
  daysOff: readonly DayOff[];
  nowMs: number;
  zone: string;
  say: Say;
}

export function Timeline({ received, due, answeredMs, open, daysOff, nowMs, zone, say }: Props) {
  const picture = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(WIDEST);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(entry!.contentRect.width || WIDEST));
    watch.observe(picture.current!);
    return () => watch.disconnect();
  }, []);
  const endMs = answeredMs ?? nowMs;
  const axis = axisOf(received[0], due[1], endMs, width);
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
    { atMs: endMs, text: say(answeredMs === null ? 'overlay.now' : 'overlay.answered-mark') },
    { atMs: received[0], text: say('overlay.received') },
  ]);
  const below = labelsOf(axis, [
    ...daysOff
      .map(({ from, until, name }) => ({ atMs: (noonOf(from) + noonOf(until)) / 2, text: name }))
      .filter(onAxis),
    ...open
      .map(([startMs, untilMs]) => ({
        atMs: (startMs + untilMs) / 2,
        text: dateOnly(localDate(startMs, zone), say.language, { weekday: 'short' }),
      }))
      .filter(onAxis),
  ]);
  return (
    <svg
      ref={picture}
      class="timeline"
      height={below.length > 0 ? HEIGHT.named : HEIGHT.bare}
      role="img"
      data-part="timeline"
      aria-label={say(answeredMs === null ? 'overlay.timeline' : 'overlay.timeline-answered', {
        received: when(received[0]),
        due: when(due[0]),
        now: when(endMs),
      })}
    >
      <rect class="closed" x={0} y={TRACK.top} width={width} height={TRACK.height} rx="2" />
      {open.map(([startMs, untilMs]) => rect(startMs, untilMs, 'open'))}
      {open.map(([startMs, untilMs]) =>
        rect(Math.max(startMs, received[0]), Math.min(untilMs, endMs, due[1]), 'used'),
      )}
      {open.map(([startMs, untilMs]) => rect(Math.max(startMs, due[1]), Math.min(untilMs, endMs), 'late'))}
      {due[1] > due[0] && rect(due[0], due[1], 'between')}
      <circle class="received" cx={axis.x(received[0])} cy={TRACK.middle} r="4" />
      <path class="due" d={`M${axis.x(due[0])} ${TRACK.middle - 7}l5 7l-5 7l-5-7z`} />
      <path class="now" d={`M${axis.x(endMs)} ${TRACK.top - 4}v${TRACK.height + 8}`} />
      {endMs > axis.untilMs && <path class="cut" d={`M${width - 26} ${TRACK.top - 2}l-5 20m9 0l5-20`} />}
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
