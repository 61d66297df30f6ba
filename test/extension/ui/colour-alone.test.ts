/** colour-alone: who sees no red and green, or prints in grey, still tells the states apart. */
import type { VNode } from 'preact';
import { expect, test } from 'vitest';
import { translator } from '#core';
import { LANGUAGES } from '#core/language/index.ts';
import type { ResponseState } from '#core/response/inquiry.ts';
import en from '../../../core/language/en.json' with { type: 'json' };
import { StateMark, VerdictMark } from '../../../extension/ui/StateMark.tsx';

const STATES = Object.keys(en.state) as ResponseState[];
const VERDICTS = ['yes', 'no', 'warning', 'violation'] as const;

/** What is drawn, whatever its colour. */
const shapeOf = ({ props }: VNode<unknown>) => {
  const { stroke, fill } = props as { stroke?: string; fill?: string };
  return `${stroke ?? ''}|${fill ?? ''}`;
};

test('each state is drawn in a shape of its own', () => {
  const shapes = STATES.map((state) => shapeOf(StateMark({ state })));
  expect(STATES).toHaveLength(10);
  expect(shapes).not.toContain('|');
  expect(new Set(shapes).size).toBe(STATES.length);
});

test('each verdict on a limit is drawn in a shape of its own', () => {
  const shapes = VERDICTS.map((is) => shapeOf(VerdictMark({ is })));
  expect(shapes).not.toContain('|');
  expect(new Set(shapes).size).toBe(VERDICTS.length);
});

test.each(LANGUAGES)('%s: each state has a word of its own', (language) => {
  const say = translator(language);
  const words = STATES.map((state) => say(`state.${state}`));
  expect(new Set(words).size).toBe(STATES.length);
});
