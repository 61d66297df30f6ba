import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#core';
import { duration, runningDuration } from '../../../extension/ui/format.ts';

describe('the figures of a whole minute', () => {
  it.each(LANGUAGES)(
    'read in %s as each would by itself, or the countdown changed its words as it runs',
    (language) => {
      for (const [hours, minutes] of [
        [0, 0],
        [0, 1],
        [0, 9],
        [1, 0],
        [26, 59],
      ] as const) {
        const each = Array.from({ length: 60 }, (_, seconds) =>
          duration({ hours, minutes, seconds }, language),
        );
        const { before, seconds } = runningDuration({ hours, minutes, seconds: 30 }, language);
        expect(seconds.map((second) => before + second)).toEqual(each);
      }
    },
  );

  it('is what people read', () => {
    const four = runningDuration({ hours: 0, minutes: 4, seconds: 12 }, 'en');
    expect([four.before, four.seconds[1]]).toEqual(['4 min ', '1 sec']);
    const none = runningDuration({ hours: 0, minutes: 0, seconds: 12 }, 'ko');
    expect([none.before, none.seconds[59]]).toEqual(['', '59초']);
  });
});
