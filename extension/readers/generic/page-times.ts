/** In which zone and order this page's times are read, and when the ticket was created. */
import type { Fact, MessageFact, TimeFact, ZoneSource } from '#core/response/ticket-facts.ts';
import type { ReadOptions } from '../reader.ts';
import { parseTime } from '../times/parse.ts';
import { orderOf, resolve, type TimeContext } from '../times/resolve.ts';
import { isZone } from '../times/zone.ts';
import { DAY_FIRST, LABELS, type Label, wordKey } from '../words/index.ts';
import { fact, oldestOf } from './facts.ts';
import { attr, type Page } from './page.ts';
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
  const asked: [string | null, ZoneSource][] = [
    [stated, 'page'],
    [set, 'setting'],
    [browserZone, 'assumed'],
  ];
  const [zone, zoneSource] = asked.find(([name]) => name && isZone(name)) ?? ['UTC', 'assumed'];
  const order = orderOf(
    times,
    document.documentElement.lang || null,
    () => labelledOrder(document),
    options.order,
  );
  return { order, nowMs, zone: zone!, zoneSource };
}

/** Many pages do not say in which language they are; their labels do. One or two may be names of anything. */
function labelledOrder({ body }: Document): 'day-first' | null {
  const enough = 3;
  // Bounded work, whatever a page holds.
  const most = 5000;
  const labels = [...body.querySelectorAll('dt,th,label,td,span,strong,b,div')].slice(0, most);
  const words = labels.map((each) => wordKey(each.firstElementChild ? '' : each.textContent.slice(0, 40)));
  const found = new Set(words.filter((word) => DAY_FIRST.has(word)));
  return found.size >= enough ? 'day-first' : null;
}

const ZONE = /(?:^|[\s(:：])([A-Z][A-Za-z]+\/[A-Za-z_]+(?:\/[A-Za-z_]+)?|UTC)(?=$|[\s).,。])/;

/** The zone that a text names, where it is one. */
export function zoneIn(text: string): string | null {
  const zone = ZONE.exec(text)?.[1];
  return zone && isZone(zone) ? zone : null;
}

const ZONE_WORDS = [...LABELS].filter(([, kinds]) => kinds.has('zone')).map(([word]) => word);

/** A zone named beside the word "time zone", or in the page's own markup. Two different ones: none. */
export function statedZone({ leaves, elements }: Page): string | null {
  const [root] = elements;
  const { documentElement, body } = root!.ownerDocument;
  const marks = [documentElement, body, root!].map(
    (each) => attr(each, 'data-timezone') || attr(each, 'data-time-zone'),
  );
  const isNamed = (text: string) => ZONE_WORDS.some((word) => text.toLowerCase().includes(word));
  const texts = leaves
    .filter(
      ({ text, index }) =>
        text.length < 120 && ZONE.test(text) && isNamed(`${leaves[index - 1]?.text.slice(-40)} ${text}`),
    )
    .map(({ text }) => text);
  const found = new Set([...marks, ...texts].map(zoneIn).filter((zone) => zone));
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

const DATE = /^(dat|fecha|날짜|日期)/i;

/** "Date" may be any date, but for the one at which the first of all messages came. */
export function firstDate(
  pairs: readonly Pair[],
  messages: readonly MessageFact[],
  context: TimeContext,
): Fact<TimeFact> | null {
  const first = oldestOf(messages)?.at;
  const pair = pairs.find(({ shown, text }) => {
    const time = DATE.test(shown) && parseTime(text);
    const at = time && resolve(time, context);
    return at && first && Math.abs(at.fromMs - first.fromMs) < 60_000;
  });
  return pair && first ? fact(first, 'label', pair.shown) : null;
}
