/**
 * Where the sun, the moon or another calendar decides, the shipped collection of holidays looks up what the whole one
 * works out, from 1970 to 2100: each day of a calendar that follows the moon, the 15th of a month of another one. A
 * test writes the list by the whole collection.
 */
import movingDays from './moving-days.json' with { type: 'json' };

const LIBRARY = '/date-holidays-parser/src/';
/** These classes say of their rule only which calendar it follows. */
const BY_LIST = ['BengaliRevised', 'CalEventMap', 'Chinese', 'Equinox', 'Jalaali', 'Julian'];
/** Months of another calendar, by the class's own table of them. */
const EMPTY_TABLES = ['internal/hebrew-calendar', 'internal/hijri-calendar'];

/** The code of a module of the collection, where the list stands in for it. */
export function movingDaysModule(path: string): string | null {
  const [, name = ''] = path.split(LIBRARY);
  const module = name.replace(/\.js$/, '');
  if (module === 'CalEventMap') return BY_THE_LIST;
  if (BY_LIST.includes(module)) return "export { default } from './CalEventMap.js';";
  return EMPTY_TABLES.includes(module) ? 'export const calendar = {};' : null;
}

/** What the rules of the collection ask for and the list lacks. */
export function notListed(rules: readonly string[]): string[] {
  return rules.filter((rule) => keysIn(rule).some((key) => !(key in movingDays)));
}

const MONTHS = {
  hebrew: 'Nisan Iyyar Sivan Tamuz Av Elul Tishrei Cheshvan Kislev Tevet Shvat AdarII Adar',
  islamic:
    'Muharram Safar Rabi_al-awwal Rabi_al-thani Jumada_al-awwal Jumada_al-thani Rajab Shaban Ramadan Shawwal Dhu_al-Qidah Dhu_al-Hijjah',
  jalaali: 'Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand',
};

function keysIn(rule: string): string[] {
  const named = Object.entries(MONTHS).flatMap(([calendar, names]) =>
    names.split(' ').flatMap((name, index) => {
      const words = name.replaceAll('_', ' ');
      return new RegExp(`\\d ${words}\\b(?! \\d)`).test(rule) ? [`${calendar} ${index + 1}`] : [];
    }),
  );
  const find = (form: RegExp, key: (...parts: string[]) => string) =>
    [...rule.matchAll(form)].map(([, ...parts]) => key(...parts));
  return [
    ...named,
    ...find(
      /(chinese|korean|vietnamese) 0?(\d+)-(?:0-)?0?(\d+)/g,
      (calendar, month, day) => `${calendar} ${month}-${day}`,
    ),
    ...find(/(bengali-revised|julian) 0?(\d+)-/g, (calendar, month) => `${calendar} ${month}`),
    ...find(
      /(march|june|september|december) (?:equinox|solstice)(?: in (\S+))?/gi,
      (season, zone = 'GMT') => `${season!.toLowerCase()} ${zone}`,
    ),
  ];
}

const BY_THE_LIST = `
import CalDate from 'caldate';
import CalEvent from './CalEvent.js';
const DAY_MS = 86_400_000;
const days = ${JSON.stringify(movingDays)};
export default class extends CalEvent {
  inYear(year) {
    const { fn, season, timezone, solarterm, month, day } = this.opts;
    const byDay = days[fn + ' ' + (solarterm || month) + '-' + day];
    const listed = byDay || days[season ? season + ' ' + timezone : fn + ' ' + month];
    const [first, gaps] = listed.split(' ');
    const shift = season || byDay ? 0 : day - 15;
    let at = Date.parse(first);
    for (let next = 0; next <= gaps.length; next++) {
      const found = new Date(at + shift * DAY_MS);
      if (found.getUTCFullYear() === year) {
        const date = { year, month: found.getUTCMonth() + 1, day: found.getUTCDate() };
        this.dates.push(new CalDate(date).setOffset(season && this.offset));
      }
      at += (353 + parseInt(gaps[next], 36)) * DAY_MS;
    }
    return this;
  }
}`;
