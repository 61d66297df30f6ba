/** What the picker shows, and what its buttons do. */
import type { Signal } from '@preact/signals';
import type { MessageFact, TicketFacts } from '#core/response/ticket-facts.ts';
import type {
  Anchor,
  FactMapping,
  MappedFact,
  StatusKind,
  StatusWord,
  StreamParts,
} from '../../platform/mapping.ts';
import type { Part } from '../stream/parts.ts';

/** A place that was taken and is looked at before it is kept. */
export interface Taken {
  fact: MappedFact;
  text: string;
  /** Empty where nothing tells the place from others. */
  anchors: Anchor[];
  stream?: TakenStream;
}

/** A thread that was taken: its messages, the places in them to choose from, and how they would be read. */
export interface TakenStream {
  items: readonly Element[];
  times: readonly Part[];
  names: readonly Part[];
  parts: StreamParts;
  read: readonly MessageFact[];
}

export type Step =
  | { step: 'list' }
  | { step: 'pointing'; fact: MappedFact; aimed: string | null; fits: boolean }
  | { step: 'taken'; taken: Taken };

/** What was done last, with the way back. */
export interface Done {
  key: 'kept' | 'forgotten' | 'failed';
  detail: string;
  /** The mapping of the fact before; without anchors it had none. */
  before: FactMapping;
}

export interface PickerModel {
  step: Signal<Step>;
  mapped: Signal<readonly FactMapping[]>;
  facts: Signal<TicketFacts | null>;
  /** What the user has said of the site's own words for a status. */
  statuses: Signal<readonly StatusWord[]>;
  done: Signal<Done | null>;
  point: (fact: MappedFact) => void;
  keep: (mapping: FactMapping) => void;
  setStatus: (word: string, kind: StatusKind | null) => void;
  setStream: (parts: StreamParts) => void;
  undo: () => void;
  toList: () => void;
  close: () => void;
}
