/** Tells, at each reading of a page, whether it shows a list of tickets: only then more of us comes into it. */
import type { Amend } from '../overlay/amend.ts';
import type { AnswerFor, Request } from '../platform/messages.ts';
import type { Lists } from './contract.ts';
import { showsList } from './ticket-links.ts';

export interface LookoutOptions {
  window: Window;
  ask: <R extends Request>(request: R) => Promise<AnswerFor<R>>;
  lists: () => Lists | undefined;
}

export function startLookout({ window, ask, lists }: LookoutOptions): Amend {
  let isComing = false;
  return (facts) => {
    const present = lists();
    if (present) present.pageRead(facts);
    else if (facts === null && !isComing && showsList(window.document, new URL(window.location.href))) {
      isComing = true;
      const settled = () => {
        isComing = false;
      };
      // A background on its way up has not heard us: the next change of the page asks again.
      ask({ type: 'bring', part: 'lists' }).then(settled, settled);
    }
    return facts;
  };
}
