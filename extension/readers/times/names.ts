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

/** Made when it is first needed: most pages need none of them. */
function lazy<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

type Names = Map<string, number>;

function collect(part: 'month' | 'weekday', count: number, msOf: (index: number) => number): Names {
  const names: Names = new Map();
  for (const language of LANGUAGES) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { [part]: style, timeZone: 'UTC' });
      for (let index = 0; index < count; index++) {
        const name = plain(format.format(msOf(index)));
        // "1월" is read as a number.
        if (!/\d/.test(name)) names.set(name, index);
      }
    }
  }
  return names;
}

const months = lazy(() => collect('month', 12, (month) => Date.UTC(2023, month, 2)).set('mrz', 2));
const weekdays = lazy(() => collect('weekday', 7, (day) => Date.UTC(2023, 0, 1 + day)));

/** Month by name, January 0. */
export const monthOf = (word: string): number | undefined => months().get(plain(word));

/** Weekday by name, Sunday 0. */
export const weekdayOf = (word: string): number | undefined => weekdays().get(plain(word));

const UNITS = {
  second: 1e3,
  minute: 6e4,
  hour: 36e5,
  day: 864e5,
  week: 6048e5,
  month: 2592e6,
  year: 31536e6,
};

/** Key of a relative time: its words with `#` in place of the number. */
export const relativeKey = (text: string): string =>
  text.toLowerCase().replace(/\d+/, '#').replace(/\s+/g, '');

const relative = lazy(() => {
  const units: Names = new Map();
  for (const language of LANGUAGES) {
    for (const style of ['long', 'short', 'narrow'] as const) {
      const format = new Intl.RelativeTimeFormat(language, { style });
      for (const [unit, ms] of Object.entries(UNITS)) {
        for (const count of [-1, -5])
          units.set(relativeKey(format.format(count, unit as Intl.RelativeTimeFormatUnit)), ms);
      }
    }
  }
  return units;
});

/** Length of the unit in a relative time's words ("vor # Stunden"), in milliseconds. */
export const relativeUnit = (key: string): number | undefined => relative().get(key);

const days = lazy(() => {
  const names: Names = new Map();
  for (const language of LANGUAGES) {
    const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    for (const back of [0, 1]) names.set(plain(format.format(-back, 'day')), back);
  }
  return names;
});

/** Days back of a word like "yesterday". */
export const dayWord = (word: string): number | undefined => days().get(plain(word));
