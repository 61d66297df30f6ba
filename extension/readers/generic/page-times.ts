/** In which zone and order this page's times are read, and when the ticket was created. */
import type { Fact, TimeFact, ZoneSource } from '#core/response/ticket-facts.ts';
import type { ReadOptions } from '../reader.ts';
import { parseTime } from '../times/parse.ts';
import { orderOf, resolve, type TimeContext } from '../times/resolve.ts';
import { isZone } from '../times/zone.ts';
import { DAY_FIRST, LABELS, type Label, wordKey } from '../words/index.ts';
import { fact } from './facts.ts';
import type { Page } from './page.ts';
import type { Pair } from './pairs.ts';
import { timeIn } from './times.ts';

/** `stated`: the zone that the page says its times are in. */
export function contextOf(
  times: Parameters<typeof orderOf>[0],
  stated: string | null,
  document: Document,
  options: ReadOptions,
): TimeContext {
  const { nowMs, zone: set, browserZone } = options;
  const [zone, zoneSource]: [string, ZoneSource] =
    stated && isZone(stated)
      ? [stated, 'page']
      : set && isZone(set)
        ? [set, 'setting']
        : [isZone(browserZone) ? browserZone : 'UTC', 'assumed'];
  const order = orderOf(times, document.documentElement.lang || null, labelledOrder(document));
  return { order, nowMs, zone, zoneSource };
}

const LABELS_ENOUGH = 3;
/** Bounded work, whatever a page holds. */
const MOST_LABELS = 5000;

/** Many pages do not say in which language they are; their labels do. One or two may be names of anything. */
function labelledOrder({ body }: Document): 'day-first' | null {
  const found = new Set<string>();
  let seen = 0;
  for (const element of body.querySelectorAll('dt,th,label,td,span,strong,b,div')) {
    if (seen++ > MOST_LABELS) break;
    const text = element.firstElementChild ? '' : element.textContent;
    const word = text.length < 40 ? wordKey(text) : '';
    if (DAY_FIRST.has(word)) found.add(word);
  }
  return found.size >= LABELS_ENOUGH ? 'day-first' : null;
}

const ZONE = /(?:^|[\s(:：])([A-Z][A-Za-z]+\/[A-Za-z_]+(?:\/[A-Za-z_]+)?|UTC)(?=$|[\s).,。])/;

/** The zone that a text names, where it is one. */
export function zoneIn(text: string): string | null {
  const zone = ZONE.exec(text)?.[1];
  return zone && isZone(zone) ? zone : null;
}

/** A zone named beside the word "time zone", or in the page's own markup. Two different ones: none. */
export function statedZone(page: Page, pairs: readonly Pair[]): string | null {
  const found = new Set<string>();
  const read = (text: string | null | undefined) => {
    const zone = text && zoneIn(text);
    if (zone) found.add(zone);
  };
  for (const pair of pairs) if (pair.labels.has('zone')) read(pair.text);
  for (const { text } of page.leaves) {
    const match = text.length < 120 && ZONE.exec(text);
    if (match && [...LABELS].some(([word, kinds]) => kinds.has('zone') && text.toLowerCase().includes(word)))
      read(text);
  }
  const { documentElement, body } = page.elements[0]!.ownerDocument;
  for (const element of [documentElement, body, page.elements[0]!])
    read(element.getAttribute('data-timezone') ?? element.getAttribute('data-time-zone'));
  return found.size === 1 ? [...found][0]! : null;
}

/** The time beside a label. */
export function timeBeside(
  label: Label,
  pairs: readonly Pair[],
  context: TimeContext,
): Fact<TimeFact> | null {
  for (const pair of pairs) {
    if (!pair.labels.has(label)) continue;
    const { element } = pair;
    const marked = element && [element, ...element.querySelectorAll('*')].map(timeIn).find(Boolean);
    const time = marked ?? parseTime(pair.text);
    const value = time && resolve(time, context);
    if (value) return fact(value, 'label', pair.shown);
  }
  return null;
}
