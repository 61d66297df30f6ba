import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#core';
import { duration, durationsOfMinute } from '../../../extension/ui/format.ts';

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
        expect(durationsOfMinute({ hours, minutes, seconds: 30 }, language)).toEqual(each);
      }
    },
  );

  it('is what people read', () => {
    expect(durationsOfMinute({ hours: 0, minutes: 4, seconds: 12 }, 'en')[1]).toBe('4 min 1 sec');
    expect(durationsOfMinute({ hours: 0, minutes: 0, seconds: 12 }, 'ko')[59]).toBe('59초');
  });
});
