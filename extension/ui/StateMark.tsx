/** A state as a shape of its own, so that it is told apart without colour; its word always stands beside it. */
import type { ResponseState } from '#core/response/inquiry.ts';

export type Tone = 'ok' | 'warn' | 'bad' | 'quiet';

interface Look {
  tone: Tone;
  /** Drawn in a 16 × 16 box with the current colour. */
  stroke?: string;
  fill?: string;
}

const RING = 'M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 0 1 0-12.5z';

const LOOKS: Record<ResponseState, Look> = {
  'answered-in-time': { tone: 'ok', stroke: 'M3 8.6l3.4 3.4L13 4.8' },
  'answered-late': { tone: 'warn', stroke: 'M1.6 9l2.9 2.9L10 5.4M13.5 3v6M13.5 11.6v.9' },
  'closed-unanswered': { tone: 'warn', stroke: 'M2.75 2.75h10.5v10.5H2.75zM5.5 5.5l5 5M10.5 5.5l-5 5' },
  'due-soon': { tone: 'warn', stroke: 'M8 2.2L14.4 13.6H1.6zM8 6.4v3.4M8 11.2v.6' },
  'not-stated': { tone: 'quiet', stroke: 'M3 6h10M3 10h10' },
  'nothing-owed': { tone: 'quiet', stroke: RING },
  'outside-term': { tone: 'quiet', stroke: `${RING}M3.8 12.2l8.4-8.4` },
  overdue: { tone: 'bad', fill: 'M8 .6L15.4 8L8 15.4L.6 8zM7.1 4.2v5h1.8v-5zM7.1 10.4v1.7h1.8v-1.7z' },
  running: { tone: 'ok', stroke: `${RING}M8 4.6V8l2.4 1.6` },
  unread: { tone: 'quiet', stroke: 'M5.4 6a2.6 2.6 0 1 1 3.8 2.3c-.8.4-1.2.9-1.2 1.9M8 12.3v.9' },
};

export function toneOf(state: ResponseState): Tone {
  return LOOKS[state].tone;
}

export function StateMark({ state }: { state: ResponseState }) {
  const { tone, stroke, fill } = LOOKS[state];
  return <Mark tone={tone} stroke={stroke} fill={fill} />;
}

const VERDICTS: Record<'yes' | 'no' | 'warning' | 'violation', Look> = {
  yes: LOOKS['answered-in-time'],
  no: { tone: 'quiet', stroke: 'M4 8h8' },
  warning: LOOKS['due-soon'],
  violation: LOOKS.overdue,
};

export function VerdictMark({ is }: { is: keyof typeof VERDICTS }) {
  return <Mark {...VERDICTS[is]} />;
}

/** Dueline's own sign: a ring that a line cuts off where the time is up. */
export function Sign() {
  return <Mark tone="quiet" stroke={`M8 2a6 6 0 1 0 6 6M8 8V2M8 8h6`} />;
}

function Mark({
  tone,
  stroke,
  fill,
}: {
  tone: Tone;
  stroke?: string | undefined;
  fill?: string | undefined;
}) {
  return (
    <svg class={`mark tone-${tone}`} viewBox="0 0 16 16" aria-hidden="true">
      {fill && <path d={fill} fill="currentColor" fill-rule="evenodd" />}
      {stroke && (
        <path
          d={stroke}
          fill="none"
          stroke="currentColor"
          stroke-width="1.6"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      )}
    </svg>
  );
}
