/** Every time that the visible page shows or carries in its markup, before anything is decided about it. */
import { clean, type Parsed, parseTime, saysOne } from '../times/parse.ts';
import { attr, type Page } from './page.ts';

export interface TimeMark {
  element: Element;
  time: Parsed;
  /** Index of the first leaf of its element. */
  index: number;
}

const MACHINE = /^(datetime|data-(\w+-)?(date|time|datetime|timestamp|epoch|livestamp|unix|iso|utc)(-\w+)?)$/;
const TIP = /^(title|aria-label|data-(bs-)?(original-)?title|data-tooltip)$/;
const QUOTE = 'blockquote,pre,code,[class*=quote],[class*=signature],[contenteditable=true]';

/** A date of an attribute must be all that the attribute says; one of the text may stand beside a few words. */
export function timesOf(page: Page): TimeMark[] {
  const marks: TimeMark[] = [];
  const taken = new Set<Element>();
  const add = (element: Element, time: Parsed) => {
    taken.add(element);
    marks.push({ element, time, index: page.ranges.get(element)?.[0] ?? 0 });
  };
  for (const element of page.elements) {
    const time = timeCarried(element);
    if (time) add(element, time);
  }
  const inTaken = (element: Element | null): boolean =>
    element !== null && (taken.has(element) || inTaken(element.parentElement));
  for (const { text, parent } of page.leaves) {
    if (text.length > 120 || !(/\d/.test(text) || saysOne(text))) continue;
    if (inTaken(parent) || parent.closest(QUOTE)) continue;
    const time = parseTime(text);
    if (!time) continue;
    const whole = time.kind === 'wall' && time.wall.clockMs === null ? withClock(parent) : null;
    if (time.rest.length <= 40 && !isSentence(text)) add(whole?.element ?? parent, whole?.time ?? time);
  }
  return marks.sort((one, other) => one.index - other.index);

  /** "15 May 2024" and "10:00" in two elements of one short line. */
  function withClock(parent: Element): { element: Element; time: Parsed } | null {
    const box = parent.parentElement;
    const range = box && page.ranges.get(box);
    if (!range || range[1] - range[0] > 4) return null;
    const time = parseTime(
      page.leaves
        .slice(...range)
        .map((leaf) => leaf.text)
        .join(' '),
    );
    return time?.kind === 'wall' && time.wall.clockMs !== null ? { element: box, time } : null;
  }
}

/** A full stop and several words: somebody wrote it, no program. */
const isSentence = (text: string): boolean =>
  /[.!?。]$/.test(text) && (text.match(/\p{L}{3,}/gu) ?? []).length > 3;

/** The time that an element's attributes carry, but for what is quoted. */
export function timeCarried(element: Element): Parsed | null {
  const time = timeIn(element);
  return time && !element.closest(QUOTE) ? time : null;
}

/** The time that an element's attributes carry. */
export function timeIn(element: Element): Parsed | null {
  // Only where a time is: the text of a page's outermost elements is the whole page.
  const shown = (value: string) => clean(element.textContent.slice(0, 400)).slice(0, 80) || value;
  const names = element.getAttributeNames();
  for (const name of names.filter((each) => MACHINE.test(each))) {
    const value = attr(element, name);
    if (/^\d{10}(\d{3})?$/.test(value)) {
      return { kind: 'instant', ms: Number(value.padEnd(13, '0')), text: shown(value), rest: '' };
    }
    const time = parseTime(value);
    if (time?.rest === '') return { ...time, text: shown(value) };
  }
  for (const name of names.filter((each) => TIP.test(each))) {
    const value = attr(element, name);
    if (value.length > 60 || !/\d/.test(value)) continue;
    const time = parseTime(value);
    if (time?.kind === 'wall' && time.rest.length <= 12 && time.wall.clockMs !== null) return time;
  }
  return null;
}
