/** What the overlay shows, and what its buttons do. */
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { PickScope } from '../platform/messages.ts';
import type { Shown } from './view-contract.ts';

export interface OverlayModel {
  shown: Signal<Shown | null>;
  folded: Signal<boolean>;
  /** Set while folding or unfolding by hand: the button that takes the other's place takes its focus too. */
  refocus: Signal<boolean>;
  now: ReadonlySignal<number>;
  /** The zone of the person who looks. */
  zone: string;
  setFolded: (folded: boolean) => void;
  pick: (engagement: string, scope: PickScope) => void;
  unpick: () => void;
  openOptions: () => void;
}
