/** What is asked and answered about customer cards. */

import type { Shared } from '#core/card/make-card.ts';
import type { CardStanding } from './card-standing.ts';
import type { CustomerAnswer, OwedEntry } from './popup-messages.ts';
import type { Done, SaidProblem, Spoken } from './said.ts';

export type CardRequest =
  | { type: 'card-maker' }
  /** `page`: the one that the link opens, remembered for the next; `null`: Dueline's own. */
  | { type: 'make-card'; engagement: string; shared: Shared; signed: boolean; page: string | null }
  | { type: 'read-card'; text: string }
  /** `trust`: the user has compared the key, and from now on it is their service manager's. */
  | { type: 'keep-card'; text: string; trust: boolean }
  /** Another key signs from now on; `undo`: the one before it. */
  | { type: 'renew-key'; undo: boolean }
  /** Of a kept card's key. */
  | { type: 'trust-key'; id: string; trust: boolean }
  | { type: 'forget-card'; id: string };

export interface CardAnswer extends Spoken {
  kind: 'card';
  /** `null` where no card was given. */
  shown: CustomerAnswer | null;
  owed: OwedEntry[];
  standing: CardStanding | null;
  /** Beside the card of the same engagement that is kept already. */
  beside: 'new' | 'newer' | 'same' | 'older';
  /** The kept card is from the service manager, and this one is not. */
  signerChanged: boolean;
  problems: SaidProblem[];
}

/** What there is to make cards of, and with. */
export interface CardMaker {
  kind: 'card-maker';
  engagements: { id: string; label: string }[];
  page: string | null;
  key: string;
}

export interface MadeCard {
  kind: 'made-card';
  text: string;
  link: string;
  fileName: string;
  /** Inquiries on it that wait for an answer. */
  owed: number;
}

export interface CardAnswers {
  'card-maker': CardMaker;
  'make-card': MadeCard;
  'renew-key': CardMaker;
  'read-card': CardAnswer;
  'keep-card': Done;
  'trust-key': Done;
  'forget-card': { kind: 'forgotten-card'; text: string };
}
