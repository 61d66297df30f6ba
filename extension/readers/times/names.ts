/** Names of months, weekdays and relative times in the languages we read, taken from `Intl`, not from lists. */
export const LANGUAGES = ['de', 'en', 'es', 'it', 'ko', 'zh-CN'];

/** Lower case, without dots and accents that pages leave out. */
export const plain = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.]/g, '')
    .normalize('NFC')
    .trim();

let months: Map<string, number> | null = null;
let weekdays: Map<string, number> | null = null;

function collect(options: Intl.DateTimeFormatOptions, type: string, dates: number[]): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const [key, style] of Object.entries({ long: 'long', short: 'short' } as const)) {
      const format = new Intl.DateTimeFormat(language, { ...options, [type]: style, timeZone: 'UTC' });
      dates.forEach((ms, index) => {
        const part = format.formatToParts(ms).find((each) => each.type === type);
        const name = part && plain(part.value);
        if (name && key && /\p{L}{2}|[가-힣一-龥]/u.test(name) && !/\d/.test(name)) names.set(name, index);
      });
    }
  }
  return names;
}

/** Month by name, January 0. */
export function monthOf(word: string): number | undefined {
  if (!months) {
    const dates = Array.from({ length: 12 }, (_, month) => Date.UTC(2023, month, 2));
    // With and without a day beside it: some languages inflect.
    months = new Map([...collect({}, 'month', dates), ...collect({ day: 'numeric' }, 'month', dates)]);
    months.set('mrz', 2).set('sep', 8);
  }
  return months.get(plain(word));
}

/** Weekday by name, Sunday 0. */
export function weekdayOf(word: string): number | undefined {
  weekdays ??= collect(
    {},
    'weekday',
    Array.from({ length: 7 }, (_, day) => Date.UTC(2023, 0, 1 + day)),
  );
  return weekdays.get(plain(word));
}

const UNITS = {
  second: 1e3,
  minute: 6e4,
  hour: 36e5,
  day: 864e5,
  week: 6048e5,
  month: 2592e6,
  year: 31536e6,
};
let relative: Map<string, number> | null = null;

/** Key of a relative time: its words with `#` in place of the number. */
export const relativeKey = (text: string): string =>
  text.toLowerCase().replace(/\d+/, '#').replace(/\s+/g, '');

/** Length of the unit in a relative time's words ("vor # Stunden"), in milliseconds. */
export function relativeUnit(key: string): number | undefined {
  if (!relative) {
    relative = new Map();
    for (const language of LANGUAGES) {
      for (const style of ['long', 'short', 'narrow'] as const) {
        const format = new Intl.RelativeTimeFormat(language, { style });
        for (const [unit, ms] of Object.entries(UNITS)) {
          for (const count of [-1, -5])
            relative.set(relativeKey(format.format(count, unit as Intl.RelativeTimeFormatUnit)), ms);
        }
      }
    }
  }
  return relative.get(key);
}

let days: Map<string, number> | null = null;

/** Days back of a word like "yesterday". */
export function dayWord(word: string): number | undefined {
  if (!days) {
    days = new Map();
    for (const language of LANGUAGES) {
      const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
      for (const back of [0, 1]) days.set(plain(format.format(-back, 'day')), back);
    }
  }
  return days.get(plain(word));
}
