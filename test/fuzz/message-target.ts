/** Messages to the background from a page that has taken over the script in it, or from somebody else altogether. */
import { isProblem } from '#core';
import { acceptRequest, type Sender } from '../../extension/background/requests.ts';
import { DESK, OF_A_PAGE, OF_OUR_OWN } from '../extension/background/every-request.ts';
import { mutated } from './mutate.ts';
import { must, type Target } from './target.ts';

const SELF = { id: 'dueline', base: 'chrome-extension://dueline/' };
const PAGE = { id: 'dueline', url: `${DESK}/tickets/1`, tab: { id: 1 }, frameId: 0 };
/** The browser says who sends; a page has no say in it, but other extensions and other pages send too. */
const SENDERS: readonly Sender[] = [
  { ...PAGE, id: 'another' },
  { ...PAGE, url: 'https://other.example/' },
  { ...PAGE, url: undefined },
  { ...PAGE, url: 'about:blank' },
  { ...PAGE, tab: undefined },
];
/** What only a page's ticket says: its subject. */
const SECRET = 'Printer';
const PAGES = Object.values(OF_A_PAGE);
const MESSAGES: readonly object[] = [...PAGES, ...Object.values(OF_OUR_OWN)];

export const messages: Target = {
  name: 'messages from a compromised page',
  corpus: MESSAGES.length,
  async run(dice) {
    const message = mutated(dice.pick(dice.chance(0.8) ? PAGES : MESSAGES), dice);
    const sender = dice.chance(0.1) ? dice.pick(SENDERS) : PAGE;
    const accepted = acceptRequest(message, sender, SELF);
    if (isProblem(accepted)) {
      must(!JSON.stringify(accepted).includes(SECRET), 'a refusal repeats what it refused');
      return false;
    }
    must(accepted.from === 'page', 'a page passes for one of our own');
    must(Object.hasOwn(OF_A_PAGE, accepted.request.type), `a page may ask for ${accepted.request.type}`);
    const { request } = accepted;
    const about = 'facts' in request ? [request.facts] : 'rows' in request ? request.rows : [];
    for (const { url } of about) {
      must(
        url === null || new URL(url).host === new URL(String(sender.url)).host,
        'a page may speak of another site',
      );
    }
    return true;
  },
};
