/** What the overlay shows, and what its line does. */
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { ResponseState } from '#core/response/inquiry.ts';
import type { Standing } from './standing.ts';
import type { Figures, Shown } from './view-contract.ts';

export interface OverlayModel {
  shown: Signal<Shown | null>;
  /** Folded to the line, which it also is while the panel is on its way into the page. */
  folded: ReadonlySignal<boolean>;
  /** Set while folding by hand: the line takes the focus that the panel had. */
  refocus: Signal<boolean>;
  standing: ReadonlySignal<Standing | null>;
  /** Of the standing what most minutes do not change, so that nothing is drawn anew for them. */
  state: ReadonlySignal<ResponseState | undefined>;
  counts: ReadonlySignal<boolean>;
  figures: Figures;
  /** In the time of the person who looks, and in the contract's. */
  dueWords: ReadonlySignal<string | null>;
  open: () => void;
  drag: (event: PointerEvent) => void;
  /** The element that the panel is drawn into. */
  panel: (element: Element | null) => void;
}
