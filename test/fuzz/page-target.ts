/** Ticket pages, hostile and broken: whatever is read of one, the background takes, and it is of that page. */

import { isProblem } from '#core';
import { acceptRequest } from '../../extension/background/requests.ts';
import { FACTS, message, NOW_MS, ticketPage, time } from '../extension/readers/page.ts';
import { readTicket } from '../support/at-once.ts';
import { parseHTML } from '../support/dom.ts';
import { type Dice, mutatedText } from './mutate.ts';
import { must, type Target } from './target.ts';

const THREAD = [
  message('Ada Lund', time('2026-06-10T10:00+02:00'), 'It is stuck.'),
  message('Bo Kern', time('2026-06-10T12:00+02:00', '2 hours ago'), 'Looking at it.', 'Staff'),
  message('System', time('2026-06-10T12:01Z'), 'Status changed to pending.', 'internal note'),
].join('');
const TABLE =
  '<table><tr><th>Status</th><td>Wartend</td></tr><tr><th>Kunde</th><td>Nord GmbH</td></tr><tr><th>Erstellt</th><td>10.06.2026 10:00</td></tr></table>';
const PAGES = [
  ticketPage({ thread: THREAD }),
  ticketPage({ thread: THREAD, facts: TABLE, lang: 'de', heading: 'Vorgang 102: Drucker' }),
  ticketPage({
    thread: THREAD,
    facts: `${FACTS}<script type="application/ld+json">{"@type":"Question","name":"Printer","author":{"name":"Ada"},"dateCreated":"2026-06-10T10:00:00Z"}</script>`,
  }),
  ticketPage({ thread: '', after: `<form><input name="parentElement"><input name="id"></form>${THREAD}` }),
];
const URLS = [
  'https://desk.example/tickets/102',
  'https://desk.example/tickets/102?view=7#9',
  'https://desk.example/%00/102',
];
const PIECES = [
  '<b>',
  '</li>',
  '<table><tr>',
  '<!--',
  '<svg><title>',
  '<template>',
  ' datetime="99999-99-99"',
  ' datetime="2026-13-45T99:99:99+99:99"',
  '9'.repeat(400),
  '\u202e\u0000',
  '&#x110000;',
  // Deeper costs the stand-in's selectors, which walk in JavaScript, more than it costs a browser's.
  '<div>'.repeat(60),
  'a@b.c '.repeat(200),
];
const SELF = { id: 'dueline', base: 'chrome-extension://dueline/' };

function changedPage(html: string, dice: Dice): string {
  if (dice.chance(0.5)) return mutatedText(html, dice);
  let copy = html;
  for (let change = dice.below(4); change >= 0; change--) {
    const at = dice.below(copy.length);
    copy = copy.slice(0, at) + dice.pick(PIECES) + copy.slice(at + dice.below(20));
  }
  return copy;
}

function parsed(html: string): Document | null {
  try {
    return parseHTML(html).document as unknown as Document;
  } catch {
    // The parser stands in for a browser's, which takes everything; what it cannot parse is no page.
    return null;
  }
}

export const pages: Target = {
  name: 'ticket pages',
  corpus: PAGES.length,
  async run(dice) {
    const document = parsed(changedPage(dice.pick(PAGES), dice));
    if (!document?.documentElement) return false;
    const url = dice.pick(URLS);
    const facts = readTicket(document, new URL(url), {
      zone: dice.pick(['Europe/Berlin', null]),
      browserZone: 'America/Lima',
      nowMs: NOW_MS,
    });
    if (facts === null) return false;
    must(facts.url === url, 'facts of another address');
    for (const { at } of facts.messages) {
      must(at === null || (Number.isFinite(at.fromMs) && at.fromMs <= at.untilMs), 'a time that is none');
    }
    const sender = { id: 'dueline', url, tab: { id: 1 }, frameId: 0 };
    const accepted = acceptRequest({ type: 'ticket', facts, view: true }, sender, SELF);
    must(!isProblem(accepted), `what was read is refused: ${JSON.stringify(accepted)}`);
    return true;
  },
};
